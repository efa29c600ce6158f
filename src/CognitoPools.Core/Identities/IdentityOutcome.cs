namespace CognitoPools.Identities;

/// <summary>What came of removing one identity.</summary>
/// <param name="IdentityId">The identity's id.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Error">Why it was not removed; null when it was.</param>
/// <param name="IdentityPoolId">Its pool, when the caller said it.</param>
public readonly record struct IdentityOutcome(
    string IdentityId, PoolIdentityRemovalStatus Status, Exception? Error, string? IdentityPoolId = null);
