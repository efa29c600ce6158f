using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The checks of this folder, in the order of the page.</summary>
internal static class TrustChecks
{
    public static IReadOnlyList<PoolCheck> All { get; } = [];
}
