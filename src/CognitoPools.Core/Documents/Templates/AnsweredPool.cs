namespace CognitoPools.Documents.Templates;

/// <summary>Reads the providers in the output of describe-identity-pool.</summary>
internal sealed class AnsweredPool(DocumentElement pool, SecretNames secrets)
{
    private readonly Dictionary<string, string> poolSecrets = new(StringComparer.Ordinal);

    /// <summary>The names of the consumer secrets, by provider name.</summary>
    public IReadOnlyDictionary<string, string> Secrets => poolSecrets;

    /// <summary>The providers.</summary>
    public IReadOnlyList<PoolIdentityProvider> Providers() =>
    [
        .. (pool.Find("CognitoIdentityProviders")?.Items() ?? []).Select(UserPool),
        .. (pool.Find("SupportedLoginProviders")?.Members() ?? []).Select(member => LoginProvider(member.Name, member.Value)),
        .. Arns("OpenIdConnectProviderARNs", ProviderType.OpenIdConnect),
        .. Arns("SamlProviderARNs", ProviderType.Saml),
        .. Developers(),
    ];

    private static PoolIdentityProvider UserPool(DocumentElement element)
    {
        element.Allow("a user pool", "ClientId", "ProviderName", "ServerSideTokenCheck");
        return new PoolIdentityProvider
        {
            Type = ProviderType.CognitoUserPool,
            Name = element.Require("ProviderName").Text(),
            ClientId = element.Require("ClientId").Text(),
            ServerSideTokenCheck = element.Find("ServerSideTokenCheck")?.Flag() ?? false,
        };
    }

    private PoolIdentityProvider LoginProvider(string host, DocumentElement value)
    {
        var provider = LoginProviders.Read(host, value);
        var (clientId, secret) = secrets.Take(provider.Type, host, value.Text());
        if (secret is not null)
            poolSecrets[host] = secret;
        return provider with { ClientId = clientId };
    }

    private IEnumerable<PoolIdentityProvider> Arns(string name, ProviderType type) => (pool.Find(name)?.Items() ?? []).Select(
        item => new PoolIdentityProvider { Type = type, Name = DocumentPlaceholders.Escape(item.Text()) });

    private IEnumerable<PoolIdentityProvider> Developers()
    {
        if (pool.Find("DeveloperProviderName")?.Text() is { Length: > 0 } name)
            yield return new PoolIdentityProvider { Type = ProviderType.Developer, Name = name };
    }
}
