using CognitoPools.Providers;

namespace CognitoPools.SignIn;

/// <summary>The provider whose user some claims describe, as far as they tell it, and whether the pool would take the
/// token that they are of.</summary>
/// <param name="LoginKey">The key in Logins that goes with the claims.</param>
/// <param name="Providers">The providers that they may be of: none or several when nothing tells which.</param>
/// <param name="Refusal">Why the pool refuses the token; null when it does not.</param>
public sealed record ClaimedLogin(string LoginKey, IReadOnlyList<PoolIdentityProvider> Providers, TokenRefusal? Refusal)
{
    /// <summary>Whether the token is for an audience that IAM could not be asked about.</summary>
    public bool IsAudienceAssumed { get; init; }

    /// <summary>Finds the provider.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="isToken">Whether they are all the claims of a token, so that one that is missing is missing there.</param>
    /// <param name="named">The providers that the user named; null to go by the claims.</param>
    /// <param name="registered">The audiences that IAM has for the ARN of an OpenID Connect provider; null where they
    /// are not known.</param>
    public static ClaimedLogin Find(
        IdentityPool pool, SignInClaims claims, bool isToken,
        IReadOnlyList<PoolIdentityProvider>? named, Func<string, IReadOnlyList<string>?> registered)
    {
        var issuer = claims["iss"]?.Values.FirstOrDefault();
        var found = OfOneKey(named ?? Candidates(pool, issuer, isToken), issuer);
        // An assertion's attributes are no claims of a token, and a developer user has none.
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

    // A kind such as OpenIdConnect names several providers, of which the issuer tells one.
    private static IReadOnlyList<PoolIdentityProvider> OfOneKey(IReadOnlyList<PoolIdentityProvider> providers, string? issuer)
    {
        var fitting = providers.Where(provider => issuer is not null && OidcIssuer.Fits(issuer, provider.LoginKey)).ToList();
        return fitting.Count > 0 ? fitting : providers;
    }

    private static string KeyOf(string issuer) => LoginKeys.Find(issuer) ?? OidcIssuer.WithoutSlash(OidcIssuer.Host(issuer));
}
