namespace CognitoPools.Fleet;

/// <summary>A result of reading a Region: one of its pools, or the reason why there are no more.</summary>
/// <param name="Fleet">The Region's listing.</param>
/// <param name="Pool">The pool; null with a failure.</param>
/// <param name="Failure">Why the Region's other pools could not be read; null with a pool.</param>
public sealed record RegionPool(PoolFleet Fleet, IdentityPool? Pool, UnreadRegionException? Failure);
