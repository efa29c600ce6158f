using CognitoPools.Pools.Plans;

namespace CognitoPools.Audit.Model;

/// <summary>An edit that removes a finding.</summary>
/// <param name="Change">The edit. Its warnings name the users who lose access.</param>
internal sealed record PoolRepair(PoolChange Change)
{
    /// <summary>An edit of the pool itself.</summary>
    /// <param name="pool">The pool as it was read.</param>
    /// <param name="desired">The desired pool.</param>
    /// <param name="accessLost">A sentence about who loses access; null if no one does.</param>
    public static PoolRepair Of(AuditedPool pool, IdentityPool desired, string? accessLost) =>
        new(new PoolChange(pool.Pool, desired) { Warnings = accessLost is null ? [] : [accessLost] });
}
