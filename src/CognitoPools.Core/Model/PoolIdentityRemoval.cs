namespace CognitoPools;

/// <summary>What came of removing one identity.</summary>
/// <param name="IdentityId">The identity's id.</param>
/// <param name="IdentityPoolId">Its pool, when the caller knew it.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Error">Why it was not removed, or null.</param>
public sealed record PoolIdentityRemoval(
    string IdentityId, string? IdentityPoolId, PoolIdentityRemovalStatus Status, string? Error)
{
    /// <inheritdoc/>
    public override string ToString() => $"{IdentityId} {Status}";
}
