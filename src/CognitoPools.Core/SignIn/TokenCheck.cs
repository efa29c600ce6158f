using CognitoPools.Account;

namespace CognitoPools.SignIn;

/// <summary>Decides which tokens an identity pool accepts by issuer, by application, and by the claims that a token
/// must have. It does not check the signature or the expiration.</summary>
/// <param name="pool">The pool.</param>
/// <param name="terms">Gets the terms of a provider.</param>
public sealed class TokenCheck(IdentityPool pool, Func<PoolIdentityProvider, TokenTerms> terms)
{
    private const string TokenUse = "token_use";
    private const string AccessToken = "access";

    /// <summary>Whether these are all claims of the token. Otherwise, a missing claim is unknown.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Why the pool refuses the token because of its issuer, or null.</summary>
    /// <param name="loginKey">The key of the token in Logins.</param>
    /// <param name="claims">Its claims.</param>
    public TokenRefusal? OfIssuer(string loginKey, SignInClaims claims)
    {
        if (pool.Providers.Count == 0)
            return TokenRefusal.LoginsDoNotMatch;
        if (Claim(claims, "iss") is not { } issuer)
            return Missing("iss");
        if (issuer == $"https://{AwsPartition.FromRegion(pool.Region).CognitoPrincipal}")
            return TokenRefusal.CognitoToken;
        // The issuer is compared with the key first, so that a mistyped key is not reported as an unknown provider.
        var providers = ProvidersOf(loginKey);
        if (providers.Count == 0)
            return OidcIssuer.Fits(issuer, loginKey) ? TokenRefusal.UnsupportedProvider : TokenRefusal.WrongIssuer;
        return terms(providers[0]).IsIssuer(issuer) ? null : TokenRefusal.WrongIssuer;
    }

    /// <summary>Why the pool refuses a token with the correct issuer, or null.</summary>
    /// <param name="loginKey">The key of the token in Logins.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="providers">The providers of the pool that accept the token; several if the claims do not identify
    /// the app client.</param>
    public TokenRefusal? OfApplication(
        string loginKey, SignInClaims claims, out IReadOnlyList<PoolIdentityProvider> providers)
    {
        var candidates = ProvidersOf(loginKey);
        providers = [];
        // A user pool's access token has no aud, and the specified claims may be incomplete.
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
