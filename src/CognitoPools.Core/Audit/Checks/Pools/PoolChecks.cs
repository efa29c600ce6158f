using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The checks of this folder, in the order of the page.</summary>
internal static class PoolChecks
{
    public static IReadOnlyList<PoolCheck> All { get; } =
    [
        new GuestEnabledCheck(),
        new GuestWaveCheck(),
    ];
}
