using CognitoPools.Providers;

namespace CognitoPools.Sandbox.Pools;

/// <summary>Converts a pool of the sandbox to the module's model of a pool, which the choice of roles and tags
/// requires.</summary>
internal static class ConfiguredPool
{
    public static IdentityPool Of(Pool pool)
    {
        var settings = pool.Settings;
        var roles = pool.Roles.Roles;
        return new IdentityPool
        {
            IdentityPoolId = pool.Id,
            Name = settings.IdentityPoolName,
            Region = pool.Id.Split(':')[0],
            GuestAccess = settings.AllowUnauthenticatedIdentities,
            BasicFlow = settings.AllowClassicFlow switch
            {
                true => BasicFlowState.Active,
                false => BasicFlowState.Inactive,
                null => BasicFlowState.Unset,
            },
            AuthenticatedRole = roles is not null && roles.TryGetValue("authenticated", out var authenticated)
                ? authenticated
                : null,
            GuestRole = roles is not null && roles.TryGetValue("unauthenticated", out var guest) ? guest : null,
            Providers = [.. Providers(settings).Select(provider => WithMappings(pool, provider))],
        };
    }

    private static IEnumerable<PoolIdentityProvider> Providers(PoolSettings settings)
    {
        foreach (var userPool in settings.CognitoIdentityProviders ?? [])
            yield return userPool.ToModel();
        foreach (var login in settings.SupportedLoginProviders ?? [])
        {
            yield return new PoolIdentityProvider
            {
                Type = PublicProviders.FromHost(login.Key)!.Value,
                Name = login.Key,
                ClientId = login.Value,
            };
        }

        foreach (var arn in settings.OpenIdConnectProviderARNs ?? [])
            yield return new PoolIdentityProvider { Type = ProviderType.OpenIdConnect, Name = arn };
        foreach (var arn in settings.SamlProviderARNs ?? [])
            yield return new PoolIdentityProvider { Type = ProviderType.Saml, Name = arn };
        if (settings.DeveloperProviderName is { } name)
            yield return new PoolIdentityProvider { Type = ProviderType.Developer, Name = name };
    }

    private static PoolIdentityProvider WithMappings(Pool pool, PoolIdentityProvider provider)
    {
        var tagged = provider.TagKey is { } tagKey && pool.TagMaps.TryGetValue(tagKey, out var map) ? provider with
        {
            AttributeMapping = Attributes(map),
        } : provider;
        if (provider.RoleMappingKey is not { } key
            || pool.Roles.RoleMappings is not { } mappings
            || !mappings.TryGetValue(key, out var mapping))
        {
            return tagged;
        }
        return tagged with
        {
            RoleSetting = Value<RoleSetting>(mapping.Type),
            RoleResolution = mapping.AmbiguousRoleResolution is { } resolution ? Value<RoleResolution>(resolution) : null,
            Rules =
            [
                .. (mapping.RulesConfiguration?.Rules ?? []).Select(rule => new PoolRoleRule
                {
                    Claim = rule.Claim,
                    Operator = Value<RuleOperator>(rule.MatchType),
                    Value = rule.Value,
                    Role = rule.RoleARN,
                }),
            ],
        };
    }

    private static AttributeMapping Attributes(TagMap map) =>
        map.UseDefaults == true ? AttributeMapping.Default
        : map.PrincipalTags is { Count: > 0 } tags ? AttributeMapping.Custom(tags)
        : AttributeMapping.Inactive;

    /// <summary>Parses a name of the service. The model has the same names, and validation refuses any other.</summary>
    private static T Value<T>(string name) => (T)Enum.Parse(typeof(T), name);
}
