namespace CognitoPools.SignIn;

/// <summary>Who issues a provider's tokens and for whom: what a new token says, and what a sign-in checks.</summary>
/// <param name="Issuer">The 'iss' of its tokens.</param>
/// <param name="Audiences">Every 'aud' that is accepted; null where IAM, which lists them, could not be read.</param>
public sealed record TokenTerms(string Issuer, IReadOnlyList<string>? Audiences)
{
    private const string Scheme = "https://";

    /// <summary>The terms of any provider but SAML and the developer provider, which have no tokens of their own.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="registered">The audiences that IAM has for the ARN of an OpenID Connect provider.</param>
    public static TokenTerms Of(PoolIdentityProvider provider, Func<string, IReadOnlyList<string>?> registered) =>
        provider.Type == ProviderType.OpenIdConnect
            ? new(Scheme + provider.Name.Substring(provider.Name.IndexOf('/') + 1), registered(provider.Name))
            // Twitter and Digits carry the application's secret behind a semicolon.
            : new(Scheme + provider.LoginKey, [provider.ClientId!.Split(';')[0]]);

    /// <summary>Whether a token of this issuer is the provider's. Google's tokens name their issuer with or without the
    /// scheme.</summary>
    /// <param name="issuer">The token's 'iss'.</param>
    public bool IsIssuer(string issuer) => OidcIssuer.Fits(issuer, OidcIssuer.WithoutSlash(OidcIssuer.Host(Issuer)));
}
