using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An identity of a pool's developer provider: a user identifier of your back end, and the identity to which
/// it belongs.</summary>
public sealed record PoolDeveloperIdentity
{
    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>The identity.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The developer provider's name; null if the pool was not read.</summary>
    public string? DeveloperProviderName { get; internal init; }

    /// <summary>The identifier of the user in your back end; an identity can have several.</summary>
    public string DeveloperUserIdentifier { get; internal init; } = null!;

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{DeveloperUserIdentifier} ({IdentityId})";
}
