using CognitoPools.Sandbox.Iam;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>Who issues a provider's tokens and for whom: what a new token says, and what a sign-in checks.</summary>
/// <param name="Issuer">The 'iss' of its tokens.</param>
/// <param name="Audiences">Every 'aud' that is accepted.</param>
internal sealed record TokenTerms(string Issuer, IReadOnlyList<string> Audiences)
{
    private const string SamlAudience = "urn:amazon:webservices";
    private const string Scheme = "https://";

    public static TokenTerms Of(PoolIdentityProvider provider, IamStore iam) => provider.Type switch
    {
        ProviderType.OpenIdConnect => new(
            Scheme + provider.Name.Substring(provider.Name.IndexOf('/') + 1), iam.ClientIdsOf(provider.Name)),
        ProviderType.Saml => new(SamlIssuer(provider.Name.Substring(provider.Name.LastIndexOf('/') + 1)), [SamlAudience]),
        // Twitter and Digits carry the application's secret behind a semicolon.
        _ => new(Scheme + provider.LoginKey, [provider.ClientId!.Split(';')[0]]),
    };

    /// <summary>The entity id of a SAML provider.</summary>
    public static string SamlIssuer(string name) => $"https://sandbox.invalid/saml/{name}";

    /// <summary>Google's tokens name their issuer with or without the scheme.</summary>
    public bool IsIssuer(string issuer) => OidcIssuer.Fits(issuer, OidcIssuer.WithoutSlash(OidcIssuer.Host(Issuer)));
}
