namespace CognitoPools.Identities;

/// <summary>The result of removing one identity.</summary>
/// <param name="IdentityId">The identity's id.</param>
/// <param name="Status">The result.</param>
/// <param name="Error">Why it was not removed; null if it was removed.</param>
/// <param name="IdentityPoolId">Its pool, if the caller specified it.</param>
public readonly record struct IdentityOutcome(
    string IdentityId, PoolIdentityRemovalStatus Status, Exception? Error, string? IdentityPoolId = null);
