using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An identity: one user record of an identity pool.</summary>
public sealed record PoolIdentity
{
    /// <summary>The identity's id, <c>region:uuid</c>.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The pool of the identity; null if it is unknown, because the service's description of a single identity
    /// does not name the pool.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>Guest if the identity has no logins. This includes a user whose logins were all removed.</summary>
    public PoolIdentityType IdentityType => Logins.Count == 0 ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;

    /// <summary>The login keys of the providers that the identity signed in with.</summary>
    public IReadOnlyList<string> Logins { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>When the identity was created, in local time.</summary>
    public DateTime CreationDate { get; internal init; }

    /// <summary>When the record last changed, in local time. The service does not report when an identity was last
    /// used.</summary>
    public DateTime LastModifiedDate { get; internal init; }

    /// <summary>The account that the identity came from.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => IdentityId;
}
