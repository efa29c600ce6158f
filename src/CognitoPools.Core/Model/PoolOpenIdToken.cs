namespace CognitoPools;

/// <summary>An OpenID Connect token that an identity pool made for one of its identities. Token is a secret: the views
/// mask it, the property holds it.</summary>
public sealed record PoolOpenIdToken
{
    /// <summary>The identity.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The pool's id; null when only an identity was named.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The token.</summary>
    public string Token { get; internal init; } = null!;

    /// <summary>When it ends, in local time; null when the token does not say.</summary>
    public DateTime? Expiration { get; internal init; }

    /// <summary>Whose token it is, and no secret.</summary>
    public override string ToString() => $"token of {IdentityId}";
}
