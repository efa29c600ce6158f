using CognitoPools.Pools.Plans;

namespace CognitoPools.Audit.Model;

/// <summary>An edit that removes a finding.</summary>
/// <param name="Change">The edit. Its warnings say whom it cuts off, if anybody.</param>
internal sealed record PoolRepair(PoolChange Change)
{
    /// <summary>An edit of the pool itself.</summary>
    /// <param name="pool">The pool as it was read.</param>
    /// <param name="desired">The pool as it shall be.</param>
    /// <param name="cutsOff">Who can no longer do what, as a sentence; null when nobody loses anything.</param>
    public static PoolRepair Of(AuditedPool pool, IdentityPool desired, string? cutsOff) =>
        new(new PoolChange(pool.Pool, desired) { Warnings = cutsOff is null ? [] : [cutsOff] });
}
