namespace CognitoPools.SignIn;

/// <summary>The issuer and the audiences of a provider's tokens. New tokens contain them, and a sign-in checks
/// them.</summary>
/// <param name="Issuer">The 'iss' of its tokens.</param>
/// <param name="Audiences">Every accepted 'aud'; null if IAM, which lists them, could not be read.</param>
public sealed record TokenTerms(string Issuer, IReadOnlyList<string>? Audiences)
{
    private const string Scheme = "https://";

    /// <summary>The terms of a provider. SAML and developer providers do not issue tokens.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="registered">The audiences that IAM has for the ARN of an OpenID Connect provider.</param>
    public static TokenTerms Of(PoolIdentityProvider provider, Func<string, IReadOnlyList<string>?> registered) =>
        provider.Type == ProviderType.OpenIdConnect
            ? new(Scheme + provider.Name.Substring(provider.Name.IndexOf('/') + 1), registered(provider.Name))
            // For Twitter and Digits, the application's secret follows a semicolon.
            : new(Scheme + provider.LoginKey, [provider.ClientId!.Split(';')[0]]);

    /// <summary>Whether a token of this issuer belongs to the provider. Google's tokens name their issuer with or
    /// without the scheme.</summary>
    /// <param name="issuer">The token's 'iss'.</param>
    public bool IsIssuer(string issuer) => OidcIssuer.Fits(issuer, OidcIssuer.WithoutSlash(OidcIssuer.Host(Issuer)));
}
