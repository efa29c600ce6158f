using PoolShell;

namespace CognitoPools.Bench;

/// <summary>Where the benchmark finds what it measures.</summary>
internal static class Folders
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetDirectoryName(Pwsh.Modules)!;

    /// <summary>The manifest of the assembled module.</summary>
    public static string Manifest { get; } = Path.Combine(Pwsh.Modules, "CognitoPools", "CognitoPools.psd1");
}
