using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CognitoPools.Architecture.Tests;

/// <summary>The compiled projects, which the build puts beside the tests whatever its configuration.</summary>
internal static class Code
{
    public const string Module = "CognitoPools";
    public const string Core = "CognitoPools.Core";
    public const string AwsSdk = "CognitoPools.AwsSdk";
    public const string Sandbox = "CognitoPools.Sandbox";
    public const string Loader = "CognitoPools.Loader";

    /// <summary>Every project of src, and this one for the samples.</summary>
    public static ArchUnitNET.Domain.Architecture Architecture { get; } = new ArchLoader()
        .LoadFilteredDirectory(AppContext.BaseDirectory, "CognitoPools*.dll")
        .Build();

    /// <summary>Which folders of a project use which.</summary>
    public static FolderGraph ReadFolders(string project, string sourceFolder, string rootNamespace, bool outermostOnly = false)
    {
        var files = new SourceFolders(Path.Combine(AppContext.BaseDirectory, project + ".dll"), sourceFolder, rootNamespace);
        var folders = new Dictionary<IType, string>();
        foreach (var type in Architecture.Types.Where(type => type.Assembly.Name == project))
        {
            if (files.Of(type.FullName) is { } folder)
                folders[type] = outermostOnly ? folder.Split('/')[0] : folder;
        }

        return new FolderGraph(folders.Values, folders.Keys.SelectMany(type => type.Dependencies
            .Where(dependency => folders.ContainsKey(dependency.Target))
            .Select(dependency => new FolderArrow(
                folders[type], folders[dependency.Target], $"{type.Name} -> {dependency.Target.Name}"))));
    }
}
