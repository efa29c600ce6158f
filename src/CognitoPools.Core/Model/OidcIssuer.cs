namespace CognitoPools;

/// <summary>The issuer of an OpenID Connect provider. Some issuers, such as Auth0's, end with a slash. IAM keeps the
/// slash in the provider's ARN, but the key of a login never has it.</summary>
public static class OidcIssuer
{
    private const string Scheme = "https://";

    /// <summary>The text without a trailing slash.</summary>
    /// <param name="text">A host, an issuer or an ARN.</param>
    public static string WithoutSlash(string text) =>
        text.EndsWith("/", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;

    /// <summary>The issuer without its scheme.</summary>
    /// <param name="issuer">An issuer, with or without <c>https://</c>.</param>
    public static string Host(string issuer) =>
        issuer.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? issuer.Substring(Scheme.Length) : issuer;

    /// <summary>Whether a token of this issuer belongs to a login key. Google's tokens name their issuer without the
    /// scheme.</summary>
    /// <param name="issuer">The token's <c>iss</c>.</param>
    /// <param name="loginKey">A login key.</param>
    public static bool Fits(string issuer, string loginKey) =>
        WithoutSlash(issuer.StartsWith(Scheme, StringComparison.Ordinal) ? issuer.Substring(Scheme.Length) : issuer) == loginKey;
}
