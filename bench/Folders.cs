using PoolShell;

namespace CognitoPools.Bench;

/// <summary>The paths of the repository and of the module that is measured.</summary>
internal static class Folders
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetDirectoryName(Pwsh.Modules)!;

    /// <summary>The manifest of the assembled module.</summary>
    public static string Manifest { get; } = Path.Combine(Pwsh.Modules, "CognitoPools", "CognitoPools.psd1");
}
