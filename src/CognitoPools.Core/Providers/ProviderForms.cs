namespace CognitoPools.Providers;

/// <summary>All names that a user can use for a provider of a pool: its keys, ids, issuer and kind.</summary>
public static class ProviderForms
{
    private const string Scheme = "https://";

    /// <summary>The names, those of the service first.</summary>
    /// <param name="provider">A provider.</param>
    public static IEnumerable<string> Of(PoolIdentityProvider provider)
    {
        yield return provider.Name;
        if (provider.RoleMappingKey is { } mapped && mapped != provider.Name)
            yield return mapped;
        if (provider.LoginKey != provider.Name)
            yield return provider.LoginKey;
        yield return provider.Type.ToString();
        if (provider.ShownClientId is { } client && client != "***")
            yield return client;
        if (provider.Type == ProviderType.CognitoUserPool)
        {
            yield return Last(provider.Name);
            yield return $"{Last(provider.Name)}:{provider.ClientId}";
        }
        if (provider.Type is ProviderType.CognitoUserPool or ProviderType.OpenIdConnect)
            yield return Scheme + provider.LoginKey;
        if (provider.Type == ProviderType.Saml)
            yield return Last(provider.Name);
    }

    /// <summary>The providers that a text names: none, one, or several app clients of one user pool.</summary>
    /// <param name="providers">A pool's providers.</param>
    /// <param name="text">Any name of a provider.</param>
    public static IReadOnlyList<PoolIdentityProvider> Find(IEnumerable<PoolIdentityProvider> providers, string text)
    {
        var named = Plain(text);
        var exact = providers.Where(provider => provider.Name == named).ToList();
        // User pool ids are case-sensitive; kinds and hosts are not.
        return exact.Count == 1 && exact[0].Type == ProviderType.OpenIdConnect
            ? exact
            : [.. providers.Where(provider => Of(provider).Contains(named, StringComparer.Ordinal)
                || (provider.Type == ProviderType.OpenIdConnect
                    && Of(provider).Select(OidcIssuer.WithoutSlash)
                        .Contains(OidcIssuer.WithoutSlash(named), StringComparer.Ordinal))
                || string.Equals(provider.Type.ToString(), named, StringComparison.OrdinalIgnoreCase)
                || (PublicProviders.IsPublic(provider.Type)
                    && string.Equals(provider.Name, named, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>A question that suggests the most similar name; empty if no name is similar.</summary>
    /// <param name="providers">A pool's providers.</param>
    /// <param name="text">A text that does not name a provider.</param>
    public static string Question(IEnumerable<PoolIdentityProvider> providers, string text) =>
        NearestMatch.Question(Plain(text), providers.SelectMany(Of));

    private static string Plain(string text) =>
        UserPoolName.Find(text) is { } pool ? pool.ClientId is null ? pool.Id : $"{pool.Id}:{pool.ClientId}"
        : text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text.TrimEnd('/')
        : text;

    private static string Last(string name) => name.Substring(name.LastIndexOf('/') + 1);
}
