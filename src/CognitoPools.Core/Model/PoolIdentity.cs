using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An identity: one user record of an identity pool.</summary>
public sealed record PoolIdentity
{
    /// <summary>The identity's id, <c>region:uuid</c>.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The pool it is of; null when nothing proves it, because the service's description of one identity names
    /// no pool.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>Guest when it has no logins, a fully unlinked user included.</summary>
    public PoolIdentityType IdentityType => Logins.Count == 0 ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;

    /// <summary>The providers that it signed in with, by their login keys.</summary>
    public IReadOnlyList<string> Logins { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>When it was made, in local time.</summary>
    public DateTime CreationDate { get; internal init; }

    /// <summary>When its record last changed, in local time. The service does not tell when it was last used.</summary>
    public DateTime LastModifiedDate { get; internal init; }

    /// <summary>The account it came from.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => IdentityId;
}
