namespace CognitoPools;

/// <summary>The result of removing one identity.</summary>
/// <param name="IdentityId">The identity's id.</param>
/// <param name="IdentityPoolId">Its pool, if the caller specified it.</param>
/// <param name="Status">The result.</param>
/// <param name="Error">Why it was not removed, or null.</param>
public sealed record PoolIdentityRemoval(
    string IdentityId, string? IdentityPoolId, PoolIdentityRemovalStatus Status, string? Error)
{
    /// <inheritdoc cref="PoolIdentityRemoval" path="/param[@name='IdentityId']"/>
    public string IdentityId { get; internal init; } = IdentityId;

    /// <inheritdoc cref="PoolIdentityRemoval" path="/param[@name='IdentityPoolId']"/>
    public string? IdentityPoolId { get; internal init; } = IdentityPoolId;

    /// <inheritdoc cref="PoolIdentityRemoval" path="/param[@name='Status']"/>
    public PoolIdentityRemovalStatus Status { get; internal init; } = Status;

    /// <inheritdoc cref="PoolIdentityRemoval" path="/param[@name='Error']"/>
    public string? Error { get; internal init; } = Error;

    /// <inheritdoc/>
    public override string ToString() => $"{IdentityId} {Status}";
}
