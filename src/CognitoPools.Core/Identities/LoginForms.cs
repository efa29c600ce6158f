using CognitoPools.Providers;

namespace CognitoPools.Identities;

/// <summary>The names that users have for a provider. An identity shows only the key of its login.</summary>
/// <param name="developerProviderName">The pool's developer provider if it is known. If it is null, a key that is not a
/// host counts as a developer provider.</param>
public sealed class LoginForms(string? developerProviderName = null)
{
    private const string UserPool = "cognito-idp.";
    private const string OidcResource = ":oidc-provider/";
    private const string SamlResource = ":saml-provider/";

    /// <summary>The kind of provider of a login's key.</summary>
    /// <param name="key">The key.</param>
    internal ProviderType TypeOf(string key)
    {
        if (string.Equals(key, developerProviderName, StringComparison.Ordinal))
            return ProviderType.Developer;
        if (key.StartsWith(UserPool, StringComparison.Ordinal))
            return ProviderType.CognitoUserPool;
        if (PublicProviders.FromHost(key) is { } known)
            return known;
        if (key.IndexOf(SamlResource, StringComparison.Ordinal) >= 0)
            return ProviderType.Saml;
        return key.IndexOf('.') >= 0 || key.IndexOf('/') >= 0 ? ProviderType.OpenIdConnect : ProviderType.Developer;
    }

    /// <summary>All names of the provider of a login's key: the key, the kind, a user pool's id, a SAML provider's
    /// name, and an issuer with https://.</summary>
    /// <param name="key">The key.</param>
    public IEnumerable<string> NamesOf(string key)
    {
        yield return key;
        var type = TypeOf(key);
        yield return type.ToString();
        if (type is ProviderType.CognitoUserPool or ProviderType.Saml)
            yield return key.Substring(key.LastIndexOf('/') + 1);
        if (type is ProviderType.OpenIdConnect or ProviderType.CognitoUserPool || PublicProviders.IsPublic(type))
            yield return "https://" + key;
    }

    /// <summary>The form of a name that <see cref="NamesOf"/> contains: an OpenID Connect ARN becomes its issuer, and a
    /// user pool's role-mapping key loses its app client, which no login contains.</summary>
    /// <param name="name">A name of a provider, with or without wildcards.</param>
    public static string Searched(string name)
    {
        var oidc = name.IndexOf(OidcResource, StringComparison.Ordinal);
        if (oidc >= 0 && name.StartsWith("arn:", StringComparison.Ordinal))
            return name.Substring(oidc + OidcResource.Length);
        if (name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return name.TrimEnd('/');
        if (!name.StartsWith(UserPool, StringComparison.Ordinal))
            return name;
        var client = name.IndexOf(':');
        return client < 0 ? name : name.Substring(0, client);
    }
}
