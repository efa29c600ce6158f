using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Pester;

/// <summary>The Pester files under tests/.</summary>
public static class TestFiles
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests");

    /// <summary>Gets the names of all files.</summary>
    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Gets the path of a file.</summary>
    /// <param name="name">Its name.</param>
    public static string PathOf(string name) => Path.Combine(Folder, name);
}
