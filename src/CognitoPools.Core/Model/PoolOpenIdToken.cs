namespace CognitoPools;

/// <summary>An OpenID Connect token that an identity pool issued for one of its identities. Token is a secret: the
/// views mask it, and the property contains it.</summary>
public sealed record PoolOpenIdToken
{
    /// <summary>The identity.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The pool's id; null if only an identity was specified.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The token.</summary>
    public string Token { get; internal init; } = null!;

    /// <summary>When the token expires, in local time; null if the token does not state it.</summary>
    public DateTime? Expiration { get; internal init; }

    /// <summary>The identity of the token, without the secret.</summary>
    public override string ToString() => $"token of {IdentityId}";
}
