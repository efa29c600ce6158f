namespace CognitoPools;

/// <summary>The keys of a provider in the places where the service uses them: logins, role mappings and principal
/// tags.</summary>
internal static class ProviderKeys
{
    private const string OidcResource = ":oidc-provider/";

    public static string LoginKey(PoolIdentityProvider provider) =>
        provider.Type == ProviderType.OpenIdConnect ? OidcHost(provider.Name) : provider.Name;

    public static string? RoleMappingKey(PoolIdentityProvider provider) => provider.Type switch
    {
        ProviderType.CognitoUserPool => $"{provider.Name}:{provider.ClientId}",
        ProviderType.Developer => null,
        _ => provider.Name,
    };

    public static string? TagKey(PoolIdentityProvider provider) => provider.Type == ProviderType.Developer ? null : provider.Name;

    public static string Identity(PoolIdentityProvider provider) => RoleMappingKey(provider) ?? $"developer:{provider.Name}";

    private static string OidcHost(string arn)
    {
        var at = arn.IndexOf(OidcResource, StringComparison.Ordinal);
        return at < 0 ? arn : OidcIssuer.WithoutSlash(arn.Substring(at + OidcResource.Length));
    }
}
