namespace CognitoPools.Documents.Templates;

/// <summary>Reads one identity pool of a template.</summary>
internal sealed class TemplatePool(TemplateScope scope, SecretNames secrets, ICollection<string> warnings)
{
    private static readonly string[] Retired = ["CognitoEvents", "CognitoStreams", "PushSync"];

    private readonly Dictionary<string, string> poolSecrets = new(StringComparer.Ordinal);

    /// <summary>The definition.</summary>
    public PoolDefinition Read()
    {
        var pool = scope.Template.Properties(scope.PoolId);
        foreach (var retired in Retired.Where(pool.Has))
        {
            throw pool.Find(retired)!.Value.Error(
                $"{retired} belongs to Amazon Cognito Sync, which is not supported.", "Remove it.");
        }
        pool.Allow(
            "an identity pool", "AllowClassicFlow", "AllowUnauthenticatedIdentities", "CognitoIdentityProviders",
            "DeveloperProviderName", "IdentityPoolName", "IdentityPoolTags", "OpenIdConnectProviderARNs", "SamlProviderARNs",
            "SupportedLoginProviders");
        var roles = new TemplateRoles(scope, warnings);
        var attachment = new TemplateRoleAttachment(scope, roles, Attachment());
        var providers = attachment.WithMappings([.. Providers(pool)]);
        return new PoolDefinition
        {
            Name = Name(pool),
            GuestAccess = scope.Flag(TemplateScope.Require(pool, "AllowUnauthenticatedIdentities")),
            BasicFlow = TemplateScope.Find(pool, "AllowClassicFlow") is { } flow
                ? scope.Flag(flow) ? BasicFlowState.Active : BasicFlowState.Inactive
                : null,
            AuthenticatedRole = attachment.AuthenticatedRole,
            GuestRole = attachment.GuestRole,
            Providers = WithPrincipalTags(providers),
            Secrets = poolSecrets,
            Tags = scope.Tags(TemplateScope.Find(pool, "IdentityPoolTags")),
            Roles = roles.Roles,
        };
    }

    private string Name(DocumentElement pool)
    {
        if (TemplateScope.Find(pool, "IdentityPoolName") is { } name)
            return scope.Plain(name);
        warnings.Add($"Identity pool {scope.PoolId} has no IdentityPoolName in the template. It gets the name {scope.PoolId}.");
        return scope.PoolId;
    }

    private IEnumerable<PoolIdentityProvider> Providers(DocumentElement pool)
    {
        foreach (var element in TemplateScope.Items(TemplateScope.Find(pool, "CognitoIdentityProviders")))
        {
            element.Allow("a user pool", "ClientId", "ProviderName", "ServerSideTokenCheck");
            yield return new PoolIdentityProvider
            {
                Type = ProviderType.CognitoUserPool,
                Name = scope.Plain(TemplateScope.Require(element, "ProviderName")),
                ClientId = scope.Plain(TemplateScope.Require(element, "ClientId")),
                ServerSideTokenCheck = TemplateScope.Find(element, "ServerSideTokenCheck") is { } check && scope.Flag(check),
            };
        }
        foreach (var (host, value) in TemplateScope.Members(TemplateScope.Find(pool, "SupportedLoginProviders")))
            yield return LoginProvider(host, value);
        foreach (var arn in scope.Documents(TemplateScope.Find(pool, "OpenIdConnectProviderARNs")))
            yield return new PoolIdentityProvider { Type = ProviderType.OpenIdConnect, Name = arn };
        foreach (var arn in scope.Documents(TemplateScope.Find(pool, "SamlProviderARNs")))
            yield return new PoolIdentityProvider { Type = ProviderType.Saml, Name = arn };
        if (TemplateScope.Find(pool, "DeveloperProviderName") is { } developer)
            yield return new PoolIdentityProvider { Type = ProviderType.Developer, Name = scope.Plain(developer) };
    }

    private PoolIdentityProvider LoginProvider(string host, DocumentElement value)
    {
        var provider = LoginProviders.Read(host, value);
        var pieces = scope.Pieces(value);
        if (pieces.Count == 0 || pieces[pieces.Count - 1] is not { Kind: TemplatePieceKind.Secret, Text: var secret })
        {
            var (clientId, name) = secrets.Take(provider.Type, host, scope.Plain(value));
            if (name is not null)
                poolSecrets[host] = name;
            return provider with { ClientId = clientId };
        }
        scope.Template.Values.Use(secret);
        poolSecrets[host] = secret;
        if (pieces.Count == 1)
            return provider;
        var key = scope.Document([.. pieces.Take(pieces.Count - 1)], value);
        return key.EndsWith(";", StringComparison.Ordinal)
            ? provider with { ClientId = key.Substring(0, key.Length - 1) }
            : throw value.Error("the value must be the consumer key, a semicolon and the consumer secret.", "");
    }

    private DocumentElement? Attachment()
    {
        var attachments = Own(CloudFormationTypes.RoleAttachment);
        return attachments.Count switch
        {
            0 => null,
            1 => attachments[0],
            _ => throw attachments[1].Error($"identity pool {scope.PoolId} has two role attachments.", "Remove one of them."),
        };
    }

    private IReadOnlyList<PoolIdentityProvider> WithPrincipalTags(IReadOnlyList<PoolIdentityProvider> providers)
    {
        var mappings = new Dictionary<string, AttributeMapping>(StringComparer.Ordinal);
        foreach (var element in Own(CloudFormationTypes.PrincipalTag))
        {
            element.Allow("a principal tag", "IdentityPoolId", "IdentityProviderName", "PrincipalTags", "UseDefaults");
            var nameElement = TemplateScope.Require(element, "IdentityProviderName");
            var name = scope.ProviderKey(nameElement);
            ProviderLookup.Check(name, providers.Select(provider => provider.TagKey), nameElement);
            if (mappings.ContainsKey(name))
                throw nameElement.Error($"there are two principal tags of {ShownText.Value(name)}.", "Remove one of them.");
            var isDefault = TemplateScope.Find(element, "UseDefaults") is { } defaults && scope.Flag(defaults);
            var tags = TemplateScope.Members(TemplateScope.Find(element, "PrincipalTags"))
                .Select(tag => new KeyValuePair<string, string>(tag.Name, scope.Plain(tag.Value))).ToList();
            mappings[name] = isDefault ? AttributeMapping.Default
                : tags.Count > 0 ? AttributeMapping.Custom(tags)
                : AttributeMapping.Inactive;
        }
        return
        [
            .. providers.Select(provider => provider.TagKey is { } key && mappings.TryGetValue(key, out var mapping)
                ? provider with { AttributeMapping = mapping }
                : provider),
        ];
    }

    // The resources of one type that belong to this pool.
    private List<DocumentElement> Own(string type)
    {
        var own = new List<DocumentElement>();
        foreach (var resource in scope.Template.Of(type))
        {
            var poolId = TemplateScope.Require(resource.Value.Require("Properties"), "IdentityPoolId");
            if (scope.Pieces(poolId) is [{ Kind: TemplatePieceKind.PoolId, Text: var id }] && id == scope.PoolId)
                own.Add(scope.Template.Properties(resource.Key));
        }
        return own;
    }
}
