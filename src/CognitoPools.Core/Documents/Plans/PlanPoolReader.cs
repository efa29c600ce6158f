using System.Text.Json;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Documents.Plans;

/// <summary>Reads the pools of a plan, with the settings in the tables of pool and provider settings.</summary>
internal static class PlanPoolReader
{
    /// <summary>A pool.</summary>
    public static IdentityPool Pool(DocumentElement element)
    {
        element.Allow(
            "a pool",
            [
                "identityPoolId", "region", "arn", .. IdentityPool.Settings.Select(setting => PlanKeys.Of(setting.Name)), "providers", "tags",
                "staleRoleMappings", "unreadable",
            ]);
        var id = element.Find("identityPoolId");
        if (id is { } given && !PoolIds.IsId(given.Text()))
            throw given.Error("the value must be the id of an identity pool.", "");
        element.Require("name").Text();
        var pool = new IdentityPool
        {
            IdentityPoolId = id?.Text() ?? "",
            Region = element.Require("region").Text(),
            Arn = element.Find("arn")?.Text(),
            Tags = element.Find("tags")?.Table() ?? ReadableTable.Empty,
            StaleRoleMappings = [.. PlanChangeReader.List(element, "staleRoleMappings").Select(key => key.Text())],
            Unreadable = [.. PlanChangeReader.List(element, "unreadable").Select(Unreadable)],
        };
        if (id is not null && PoolIds.Region(pool.IdentityPoolId) != pool.Region)
            throw element.Require("region").Error("the value must be the Region in the id of the pool.", "");
        pool = Settings(element, IdentityPool.Settings, pool);
        return pool with { Providers = Providers(element, pool.IdentityPoolId) };
    }

    private static List<PoolIdentityProvider> Providers(DocumentElement element, string identityPoolId)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        List<PoolIdentityProvider> providers = [];
        foreach (var item in PlanChangeReader.List(element, "providers"))
        {
            var provider = Provider(item) with { IdentityPoolId = identityPoolId.Length == 0 ? null : identityPoolId };
            if (!keys.Add(provider.Key))
                throw item.Error("this provider is listed twice.", "");
            providers.Add(provider);
        }
        return providers;
    }

    private static PoolIdentityProvider Provider(DocumentElement element)
    {
        element.Allow("a provider", ["type", "name", .. PoolIdentityProvider.Settings.Select(setting => PlanKeys.Of(setting.Name))]);
        return Settings(element, PoolIdentityProvider.Settings, new PoolIdentityProvider
        {
            Type = element.Require("type").Choice<ProviderType>(),
            Name = element.Require("name").Text(),
        });
    }

    private static TOwner Settings<TOwner>(DocumentElement element, IEnumerable<Setting<TOwner>> settings, TOwner owner)
    {
        foreach (var setting in settings)
        {
            if (element.Find(PlanKeys.Of(setting.Name)) is { } value)
                owner = setting.Write(owner, Value(value, setting.ValueType));
        }
        return owner;
    }

    private static object Value(DocumentElement element, Type type)
    {
        if (type == typeof(string))
            return element.Text();
        if (type == typeof(bool) || type == typeof(bool?))
            return element.Flag();
        if (type == typeof(BasicFlowState))
            return element.Choice<BasicFlowState>();
        if (type == typeof(RoleSetting))
            return element.Choice<RoleSetting>();
        if (type == typeof(RoleResolution?))
            return element.Choice<RoleResolution>();
        if (type == typeof(IReadOnlyList<PoolRoleRule>))
            return (IReadOnlyList<PoolRoleRule>)Collections.Readable<PoolRoleRule>([.. element.Items().Select(Rule)]);
        if (type == typeof(AttributeMapping))
            return Mapping(element);
        throw new NotSupportedException($"Settings of type {type.Name} have no JSON representation.");
    }

    private static AttributeMapping Mapping(DocumentElement element)
    {
        if (element.Kind == JsonValueKind.Object)
            return AttributeMapping.Custom(element.Table());
        return element.Choice<AttributeMappingMode>() switch
        {
            AttributeMappingMode.Default => AttributeMapping.Default,
            AttributeMappingMode.Inactive => AttributeMapping.Inactive,
            _ => throw element.Error("a custom mapping must be an object of tags and claims.", ""),
        };
    }

    private static PoolRoleRule Rule(DocumentElement element)
    {
        element.Allow("a rule", "claim", "operator", "value", "role");
        return new PoolRoleRule
        {
            Claim = element.Require("claim").Text(),
            Operator = element.Require("operator").Choice<RuleOperator>(),
            Value = element.Require("value").Text(),
            Role = element.Require("role").Text(),
        };
    }

    private static UnreadablePart Unreadable(DocumentElement element)
    {
        element.Allow("an unreadable part", "part", "permission", "reason");
        return new(element.Require("part").Text(), element.Require("permission").Text(), element.Require("reason").Text());
    }
}
