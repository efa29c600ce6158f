namespace CognitoPools.Architecture.Tests;

/// <summary>A project of src with the order of its folders.</summary>
/// <param name="Name">The name of the project and its folder.</param>
/// <param name="RootNamespace">The namespace of its outermost folder.</param>
/// <param name="Order">The order of its folders.</param>
internal sealed record Project(string Name, string RootNamespace, FolderOrder Order)
{
    /// <summary>Whether a folder and all folders in it count as one.</summary>
    public bool OutermostFoldersOnly { get; init; }

    public FolderGraph ReadFolders() => Code.ReadFolders(Name, $"src/{Name}", RootNamespace, OutermostFoldersOnly);

    public override string ToString() => Name;
}
