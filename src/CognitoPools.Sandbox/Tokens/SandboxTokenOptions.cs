namespace CognitoPools.Sandbox;

/// <summary>The content of a token of a sandbox's provider. The defaults create a valid token; other values can create an
/// invalid one on purpose.</summary>
public sealed record SandboxTokenOptions
{
    /// <summary>The user's id at the provider: the claim sub. By default, each token is for a new user.</summary>
    public string? Subject { get; init; }

    /// <summary>Additional claims: strings, numbers, Booleans, lists and dictionaries of these, or JSON nodes. A standard claim
    /// (iss, aud, sub, exp...) replaces the usual value. Null leaves a claim out of the token.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>How long the token is valid, counted from <see cref="IssuedAt"/>. The default is one hour. A negative span
    /// creates an expired token.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When the token is issued. The default is the current time of the sandbox's clock.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>The issuer: the claim iss. The default is the provider.</summary>
    public string? Issuer { get; init; }

    /// <summary>The audience: the claim aud. The default is the provider's client id in the pool.</summary>
    public string? Audience { get; init; }

    /// <summary>Whether the token is unsigned ('alg' is 'none'). By default, it is signed with HMAC-SHA256 (HS256) and the
    /// account's key. The sandbox accepts both.</summary>
    public bool IsUnsigned { get; init; }
}
