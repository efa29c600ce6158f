using CognitoPools.Account;

namespace CognitoPools.SignIn;

/// <summary>Decides which tokens an identity pool takes: by issuer, by application, and by the claims that a token must
/// have. Neither its signature nor its end is looked at.</summary>
/// <param name="pool">The pool.</param>
/// <param name="terms">The terms of a provider.</param>
public sealed class TokenCheck(IdentityPool pool, Func<PoolIdentityProvider, TokenTerms> terms)
{
    private const string TokenUse = "token_use";
    private const string AccessToken = "access";

    /// <summary>Whether the claims are all that the token has. Of others, one that is missing is not known.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Why the pool refuses the token for its issuer, or null.</summary>
    /// <param name="loginKey">The key in Logins under which the token is given.</param>
    /// <param name="claims">Its claims.</param>
    public TokenRefusal? OfIssuer(string loginKey, SignInClaims claims)
    {
        if (pool.Providers.Count == 0)
            return TokenRefusal.LoginsDoNotMatch;
        if (Claim(claims, "iss") is not { } issuer)
            return Missing("iss");
        if (issuer == $"https://{AwsPartition.FromRegion(pool.Region).CognitoPrincipal}")
            return TokenRefusal.CognitoToken;
        // The issuer is held against the key first: a mistyped key is told so and not as an unknown provider.
        var providers = ProvidersOf(loginKey);
        if (providers.Count == 0)
            return OidcIssuer.Fits(issuer, loginKey) ? TokenRefusal.UnsupportedProvider : TokenRefusal.WrongIssuer;
        return terms(providers[0]).IsIssuer(issuer) ? null : TokenRefusal.WrongIssuer;
    }

    /// <summary>Why the pool refuses a token whose issuer is right, or null.</summary>
    /// <param name="loginKey">The key in Logins under which the token is given.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="providers">Those of the pool's providers that take the token: several when the claims do not tell
    /// the app client.</param>
    public TokenRefusal? OfApplication(
        string loginKey, SignInClaims claims, out IReadOnlyList<PoolIdentityProvider> providers)
    {
        var candidates = ProvidersOf(loginKey);
        providers = [];
        // A user pool's access token lacks aud, and claims of one may be given in part.
        var isAccess = candidates[0].Type == ProviderType.CognitoUserPool && Claim(claims, TokenUse) == AccessToken;
        if (isAccess || (IsWhole && Claim(claims, "aud") is null))
            return TokenRefusal.MissingClaim("aud");
        if (Claim(claims, "sub") is null && Missing("sub") is { } subject)
            return subject;
        if (new JwtToken(claims).Expiration is null && Missing("exp") is { } end)
            return end;
        providers = claims["aud"] is { } audience
            ? candidates.FindAll(provider => terms(provider).Audiences?
                .Intersect(audience.Values, StringComparer.Ordinal)
                .Any() != false)
            : candidates;
        if (providers.Count > 0)
            return null;
        return candidates[0].Type == ProviderType.CognitoUserPool
            ? TokenRefusal.UnsupportedProvider
            : TokenRefusal.WrongAudience;
    }

    private List<PoolIdentityProvider> ProvidersOf(string loginKey) =>
        [.. pool.Providers.Where(provider => provider.Type != ProviderType.Developer && provider.LoginKey == loginKey)];

    private TokenRefusal? Missing(string name) => IsWhole ? TokenRefusal.MissingClaim(name) : null;

    private static string? Claim(SignInClaims claims, string name) =>
        claims[name]?.Values.FirstOrDefault() is { Length: > 0 } value ? value : null;
}
