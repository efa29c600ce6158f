namespace CognitoPools.Sandbox;

/// <summary>What a token of a sandbox's provider says. What is left out is as a right token has it; the rest makes
/// wrong ones on purpose.</summary>
public sealed record SandboxTokenOptions
{
    /// <summary>The user, as the provider names it: 'sub'. A new one by default, so that every token is another user's.</summary>
    public string? Subject { get; init; }

    /// <summary>More claims: texts, numbers, booleans, lists and dictionaries of them, JSON nodes. One of a standard
    /// name (iss, aud, sub, exp...) takes its place; null leaves it out of the token.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>How long the token is good, from <see cref="IssuedAt"/>; an hour by default. A negative span makes one
    /// that has ended.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When it is issued; the sandbox's present by default.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Who issues it: 'iss'; the provider by default.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whom it is for: 'aud'; the provider's client id in the pool by default.</summary>
    public string? Audience { get; init; }

    /// <summary>Whether it is left unsigned ('alg' is 'none') instead of being signed with HMAC-SHA256 (HS256) and the
    /// account's key. The sandbox takes both.</summary>
    public bool IsUnsigned { get; init; }
}
