using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Providers;

namespace CognitoPools.Pools;

/// <summary>Converts between the model and the requests and responses of the service.</summary>
internal static class PoolWire
{
    public const string AuthenticatedKey = "authenticated";
    public const string GuestKey = "unauthenticated";

    public static CreateIdentityPoolRequest CreateRequest(IdentityPool pool) => new()
    {
        IdentityPoolName = pool.Name,
        AllowUnauthenticatedIdentities = pool.GuestAccess,
        AllowClassicFlow = ClassicFlow(pool),
        CognitoIdentityProviders = UserPools(pool),
        SupportedLoginProviders = PublicLogins(pool),
        OpenIdConnectProviderARNs = Names(pool, ProviderType.OpenIdConnect),
        SamlProviderARNs = Names(pool, ProviderType.Saml),
        DeveloperProviderName = pool.DeveloperProviderName,
        IdentityPoolTags = pool.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    public static UpdateIdentityPoolRequest UpdateRequest(IdentityPool pool) => new()
    {
        IdentityPoolId = pool.IdentityPoolId,
        IdentityPoolName = pool.Name,
        AllowUnauthenticatedIdentities = pool.GuestAccess,
        AllowClassicFlow = ClassicFlow(pool),
        CognitoIdentityProviders = UserPools(pool),
        SupportedLoginProviders = PublicLogins(pool),
        OpenIdConnectProviderARNs = Names(pool, ProviderType.OpenIdConnect),
        SamlProviderARNs = Names(pool, ProviderType.Saml),
        DeveloperProviderName = pool.DeveloperProviderName,
        // The service keeps the tags of AWS in any case, and rejects a request that contains them.
        IdentityPoolTags = pool.Tags.Where(tag => !PoolRules.IsReserved(tag.Key))
            .ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    /// <summary>The request with masked consumer secrets, for display.</summary>
    /// <param name="request">A request that will not be sent, because it is modified.</param>
    public static object WithoutSecrets(object request)
    {
        var logins = request switch
        {
            CreateIdentityPoolRequest create => create.SupportedLoginProviders,
            UpdateIdentityPoolRequest update => update.SupportedLoginProviders,
            _ => null,
        };
        foreach (var host in logins?.Keys.ToList() ?? [])
            logins![host] = ProviderSecret.Masked(host, logins[host])!;
        return request;
    }

    public static SetIdentityPoolRolesRequest RolesRequest(IdentityPool pool)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pool.AuthenticatedRole is not null)
            roles[AuthenticatedKey] = pool.AuthenticatedRole;
        if (pool.GuestRole is not null)
            roles[GuestKey] = pool.GuestRole;
        return new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = pool.IdentityPoolId,
            Roles = roles,
            RoleMappings = pool.Providers
                .Where(provider => provider.RoleSetting != RoleSetting.Default && provider.RoleMappingKey is not null)
                .ToDictionary(provider => provider.RoleMappingKey!, Mapping, StringComparer.Ordinal),
        };
    }

    public static SetPrincipalTagAttributeMapRequest AttributeMapRequest(
        string identityPoolId, PoolIdentityProvider provider) => new()
        {
            IdentityPoolId = identityPoolId,
            IdentityProviderName = provider.TagKey,
            UseDefaults = provider.AttributeMapping.Mode == AttributeMappingMode.Default,
            PrincipalTags = provider.AttributeMapping.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
        };

    /// <summary>The pool with the settings from a DescribeIdentityPool response. Role settings and attribute mappings of
    /// known providers are kept.</summary>
    public static IdentityPool WithSettings(IdentityPool known, DescribeIdentityPoolResponse answer)
    {
        var before = known.Providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);
        return known with
        {
            IdentityPoolId = answer.IdentityPoolId,
            Name = answer.IdentityPoolName,
            GuestAccess = answer.AllowUnauthenticatedIdentities ?? false,
            BasicFlow = answer.AllowClassicFlow switch
            {
                true => BasicFlowState.Active,
                false => BasicFlowState.Inactive,
                null => BasicFlowState.Unset,
            },
            Tags = Collections.Strings(answer.IdentityPoolTags),
            Providers = [.. Providers(answer).Select(provider => before.TryGetValue(provider.Key, out var old)
                ? PoolIdentityProvider.Settings.Where(setting => setting.WrittenBy != PoolCall.UpdateIdentityPool)
                    .Copy(old, provider)
                : provider).Select(provider => provider with
                {
                    IdentityPoolId = answer.IdentityPoolId,
                    Connection = known.Connection,
                })],
        };
    }

    /// <summary>The pool with the roles and role mappings from a GetIdentityPoolRoles response.</summary>
    public static IdentityPool WithRoles(IdentityPool known, GetIdentityPoolRolesResponse answer)
    {
        var mappings = answer.RoleMappings ?? [];
        return known with
        {
            AuthenticatedRole = Role(answer, AuthenticatedKey),
            GuestRole = Role(answer, GuestKey),
            Providers =
            [
                .. known.Providers.Select(provider => WithMapping(
                    provider,
                    provider.RoleMappingKey is { } key && mappings.TryGetValue(key, out var mapping) ? mapping : null)),
            ],
            StaleRoleMappings =
            [
                .. mappings.Keys.Except(known.Providers.Select(provider => provider.RoleMappingKey!), StringComparer.Ordinal),
            ],
        };
    }

    public static AttributeMapping AttributeMappingOf(GetPrincipalTagAttributeMapResponse answer) =>
        answer.UseDefaults == true ? AttributeMapping.Default
        : answer.PrincipalTags is { Count: > 0 } tags ? AttributeMapping.Custom(tags)
        : AttributeMapping.Inactive;

    private static bool? ClassicFlow(IdentityPool pool) => pool.BasicFlow switch
    {
        BasicFlowState.Active => true,
        BasicFlowState.Inactive => false,
        _ => null,
    };

    private static List<CognitoIdentityProviderInfo> UserPools(IdentityPool pool) =>
        [.. Of(pool, ProviderType.CognitoUserPool).Select(provider => new CognitoIdentityProviderInfo
        {
            ProviderName = provider.Name,
            ClientId = provider.ClientId,
            ServerSideTokenCheck = provider.ServerSideTokenCheck,
        })];

    private static Dictionary<string, string> PublicLogins(IdentityPool pool) =>
        pool.Providers.Where(provider => PublicProviders.IsPublic(provider.Type))
            .ToDictionary(provider => provider.Name, provider => provider.ClientId!, StringComparer.Ordinal);

    private static List<string> Names(
        IdentityPool pool, ProviderType type) => [.. Of(pool, type).Select(provider => provider.Name)];

    private static IEnumerable<PoolIdentityProvider> Of(IdentityPool pool, ProviderType type) =>
        pool.Providers.Where(provider => provider.Type == type);

    private static IEnumerable<PoolIdentityProvider> Providers(DescribeIdentityPoolResponse answer)
    {
        foreach (var info in answer.CognitoIdentityProviders ?? [])
        {
            yield return new PoolIdentityProvider
            {
                Type = ProviderType.CognitoUserPool,
                Name = info.ProviderName,
                ClientId = info.ClientId,
                ServerSideTokenCheck = info.ServerSideTokenCheck ?? false,
            };
        }
        foreach (var login in answer.SupportedLoginProviders ?? [])
        {
            yield return new PoolIdentityProvider
            {
                Type = PublicProviders.FromHost(login.Key) ?? ProviderType.OpenIdConnect,
                Name = login.Key,
                ClientId = login.Value,
            };
        }
        foreach (var arn in answer.OpenIdConnectProviderARNs ?? [])
        {
            yield return new PoolIdentityProvider { Type = ProviderType.OpenIdConnect, Name = arn };
        }
        foreach (var arn in answer.SamlProviderARNs ?? [])
        {
            yield return new PoolIdentityProvider { Type = ProviderType.Saml, Name = arn };
        }
        if (!string.IsNullOrEmpty(answer.DeveloperProviderName))
        {
            yield return new PoolIdentityProvider { Type = ProviderType.Developer, Name = answer.DeveloperProviderName };
        }
    }

    private static string? Role(GetIdentityPoolRolesResponse answer, string key) =>
        answer.Roles is not null && answer.Roles.TryGetValue(key, out var arn) && arn.Length > 0 ? arn : null;

    private static PoolIdentityProvider WithMapping(PoolIdentityProvider provider, RoleMapping? mapping) => mapping is null
        ? provider with { RoleSetting = RoleSetting.Default, RoleResolution = null, Rules = [] }
        : provider with
        {
            RoleSetting = mapping.Type == RoleMappingType.Rules ? RoleSetting.Rules : RoleSetting.Token,
            RoleResolution = mapping.AmbiguousRoleResolution == AmbiguousRoleResolutionType.Deny ? RoleResolution.Deny
                : mapping.AmbiguousRoleResolution == AmbiguousRoleResolutionType.AuthenticatedRole
                    ? RoleResolution.AuthenticatedRole
                    : null,
            Rules = [.. (mapping.RulesConfiguration?.Rules ?? []).Select(rule => new PoolRoleRule
            {
                Claim = rule.Claim,
                Operator = (RuleOperator)Enum.Parse(typeof(RuleOperator), rule.MatchType.Value),
                Value = rule.Value,
                Role = rule.RoleARN,
            })],
        };

    private static RoleMapping Mapping(PoolIdentityProvider provider) => new()
    {
        Type = provider.RoleSetting == RoleSetting.Rules ? RoleMappingType.Rules : RoleMappingType.Token,
        AmbiguousRoleResolution = provider.RoleResolution switch
        {
            RoleResolution.Deny => AmbiguousRoleResolutionType.Deny,
            RoleResolution.AuthenticatedRole => AmbiguousRoleResolutionType.AuthenticatedRole,
            _ => null,
        },
        RulesConfiguration = provider.RoleSetting != RoleSetting.Rules ? null : new RulesConfigurationType
        {
            Rules = [.. provider.Rules.Select(rule => new MappingRule
            {
                Claim = rule.Claim,
                MatchType = MappingRuleMatchType.FindValue(rule.Operator.ToString()),
                Value = rule.Value,
                RoleARN = rule.Role,
            })],
        },
    };
}
