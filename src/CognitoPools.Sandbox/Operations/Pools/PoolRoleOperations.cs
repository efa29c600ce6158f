using System.Text.Json;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Pools;

/// <summary>The operations on a pool's default roles and role mappings.</summary>
internal static class PoolRoleOperations
{
    private const int RuleLimit = 25;

    public static object Get(CallContext context, JsonElement input)
    {
        var region = context.Pools;
        lock (region.Gate)
            return region.Get(input.Text("IdentityPoolId")).Roles;
    }

    public static object? Set(CallContext context, JsonElement input)
    {
        var sent = input.Deserialize<PoolRoles>()!;
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(sent.IdentityPoolId!);
            CheckMappings(pool.Settings, sent.RoleMappings ?? []);
            CheckRoles(context, sent);
            pool.Roles = sent with
            {
                Roles = sent.Roles is { Count: > 0 } ? sent.Roles : null,
                RoleMappings = sent.RoleMappings is { Count: > 0 } ? sent.RoleMappings : null,
            };
            return null;
        }
    }

    private static void CheckMappings(PoolSettings settings, Dictionary<string, RoleMapping> mappings)
    {
        var keys = new HashSet<string>(ProviderRules.RoleMappingKeys(settings), StringComparer.Ordinal);
        foreach (var entry in mappings)
        {
            var (key, mapping) = (entry.Key, entry.Value);
            Refuse(!keys.Contains(key), $"{key} is not a valid RoleMapping ProviderName or is not a configured provider.");
            Refuse(mapping.AmbiguousRoleResolution is null, $"AmbiguousRoleResolution is required for the RoleMapping of {key}.");
            Refuse(
                mapping.Type == "Rules" && mapping.RulesConfiguration is null,
                $"RulesConfiguration is required for the RoleMapping of {key} of type Rules.");
            Refuse(
                mapping.Type == "Token" && mapping.RulesConfiguration is not null,
                $"RulesConfiguration is not valid for the RoleMapping of {key} of type Token.");
            Refuse(
                mapping.RulesConfiguration?.Rules.Count > RuleLimit,
                $"The RoleMapping of {key} has more than {RuleLimit} rules.");
        }
    }

    /// <summary>Refuses a role that IAM does not know yet: setting a role requires the permission to pass it.</summary>
    private static void CheckRoles(CallContext context, PoolRoles sent)
    {
        var ruleRoles = (sent.RoleMappings?.Values ?? Enumerable.Empty<RoleMapping>())
            .SelectMany(mapping => mapping.RulesConfiguration?.Rules
                ?? []).Select(rule => rule.RoleARN);
        var iam = context.Iam;
        foreach (var arn in (sent.Roles?.Values ?? Enumerable.Empty<string>()).Concat(ruleRoles))
        {
            if (!iam.IsUsable(arn, context.Now, context.IamDelay))
                throw new ServiceError("NotAuthorizedException", $"Access to Role '{arn}' is forbidden.");
        }
    }

    private static void Refuse(bool isWrong, string message)
    {
        if (isWrong)
            throw new ServiceError("InvalidParameterException", message);
    }
}
