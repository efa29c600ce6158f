namespace CognitoPools.Pools.Plans;

/// <summary>A write of the pool that the service confirmed.</summary>
/// <param name="Call">UpdateIdentityPool or SetIdentityPoolRoles, which replace everything that they write.</param>
/// <param name="Found">The pool just before the write.</param>
/// <param name="Written">The pool as it was written.</param>
internal sealed record PoolWrite(PoolCall Call, IdentityPool Found, IdentityPool Written);
