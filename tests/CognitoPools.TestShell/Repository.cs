using PoolShell;

namespace CognitoPools.TestShell;

/// <summary>Where the tests find what they look at.</summary>
public static class Repository
{
    /// <summary>Gets the repository's root.</summary>
    public static string Root { get; } = Path.GetDirectoryName(Pwsh.Modules)!;

    /// <summary>Gets the folder of the assembled module.</summary>
    public static string Module { get; } = Path.Combine(Pwsh.Modules, "CognitoPools");
}
