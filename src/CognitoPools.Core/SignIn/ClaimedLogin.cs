using CognitoPools.Providers;

namespace CognitoPools.SignIn;

/// <summary>The provider to which claims belong, as far as the claims identify it, and whether the pool would accept
/// their token.</summary>
/// <param name="LoginKey">The key of the claims' token in Logins.</param>
/// <param name="Providers">The possible providers of the claims; none or several if the claims do not identify
/// one.</param>
/// <param name="Refusal">Why the pool would refuse the token; null if it would accept it.</param>
public sealed record ClaimedLogin(string LoginKey, IReadOnlyList<PoolIdentityProvider> Providers, TokenRefusal? Refusal)
{
    /// <summary>Whether the token's audience could not be checked with IAM.</summary>
    public bool IsAudienceAssumed { get; init; }

    /// <summary>Finds the provider.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="isToken">Whether these are all the claims of a token, so that a missing claim is missing in the
    /// token.</param>
    /// <param name="named">The providers that the user specified; null to identify the provider by the claims.</param>
    /// <param name="registered">The audiences that IAM has for the ARN of an OpenID Connect provider; null if they are
    /// unknown.</param>
    public static ClaimedLogin Find(
        IdentityPool pool, SignInClaims claims, bool isToken,
        IReadOnlyList<PoolIdentityProvider>? named, Func<string, IReadOnlyList<string>?> registered)
    {
        var issuer = claims["iss"]?.Values.FirstOrDefault();
        var found = OfOneKey(named ?? Candidates(pool, issuer, isToken), issuer);
        // The attributes of an assertion are not claims of a token, and a developer user has no claims.
        if (found is [{ Type: ProviderType.Saml or ProviderType.Developer }])
            return new ClaimedLogin(found[0].LoginKey, found, null);
        if (found.Select(provider => provider.LoginKey).Distinct(StringComparer.Ordinal).Count() > 1
            || (found.Count == 0 && issuer is null && !isToken))
        {
            return new ClaimedLogin("", found, null);
        }

        var key = found.Count > 0 ? found[0].LoginKey : KeyOf(issuer ?? "");
        var check = new TokenCheck(pool, provider => TokenTerms.Of(provider, registered)) { IsWhole = isToken };
        if (check.OfIssuer(key, claims) is { } wrongIssuer)
            return new ClaimedLogin(key, [], wrongIssuer);
        if (check.OfApplication(key, claims, out var accepted) is { } wrongApplication)
            return new ClaimedLogin(key, [], wrongApplication);
        return new ClaimedLogin(key, named is null ? accepted : [.. accepted.Intersect(found)], null)
        {
            IsAudienceAssumed = claims["aud"] is not null && accepted.Any(
                provider => provider.Type == ProviderType.OpenIdConnect && registered(provider.Name) is null),
        };
    }

    private static IReadOnlyList<PoolIdentityProvider> Candidates(IdentityPool pool, string? issuer, bool isToken)
    {
        if (issuer is null)
            return pool.Providers.Count == 1 && !isToken ? pool.Providers : [];
        return
        [
            .. ProviderForms.Find(pool.Providers, issuer)
                .Concat(pool.Providers.Where(provider => provider.LoginKey == LoginKeys.Find(issuer)))
                .Where(provider => provider.Type != ProviderType.Developer)
                .Distinct(),
        ];
    }

    // A kind such as OpenIdConnect can name several providers; the issuer identifies one of them.
    private static IReadOnlyList<PoolIdentityProvider> OfOneKey(IReadOnlyList<PoolIdentityProvider> providers, string? issuer)
    {
        var fitting = providers.Where(provider => issuer is not null && OidcIssuer.Fits(issuer, provider.LoginKey)).ToList();
        return fitting.Count > 0 ? fitting : providers;
    }

    private static string KeyOf(string issuer) => LoginKeys.Find(issuer) ?? OidcIssuer.WithoutSlash(OidcIssuer.Host(issuer));
}
