using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>No policy uses the mapped attributes.</summary>
internal sealed class AttributeMappingUnusedCheck : PoolCheck
{
    private static readonly string[] RequestKeys = ["aws:RequestTag/", "aws:PrincipalTag/"];

    public override CheckInfo Info { get; } = new("AttributeMappingUnused", "No policy uses the mapped attributes")
    {
        Condition = "A provider maps claims to principal tags, but no permissions policy and no trust policy of a "
            + "role uses any of them.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "The roles of the pool do not use the tags. Policies of resources, such as bucket policies, may still "
            + "use them. The audit does not read those policies.",
        Fix = "Deactivate the mapping, unless the policy of a resource uses the tags.",
        NotWhen = "A policy uses one of the tags, or the provider's users get roles that only their tokens name.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html",
        Reads = AuditReads.PoolRoles | AuditReads.AttributeMappings | AuditReads.Trust | AuditReads.Policies,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        // A role that was not read may use any tag.
        if (pool.Pool.Unreadable.Count > 0 || pool.Roles.Any(role => role.Statements is null || role.Trust is null))
            yield break;
        var used = new HashSet<string>(pool.Roles.SelectMany(TagsOf), StringComparer.OrdinalIgnoreCase);
        foreach (var provider in pool.Pool.Providers.Where(TaggedRoles.IsTagged))
        {
            var tags = UsedPrincipalTags.Of(provider).ToList();
            if (provider.RoleSetting != RoleSetting.Token && !tags.Exists(used.Contains))
                yield return Result(pool, provider, tags);
        }
    }

    private static CheckResult Result(AuditedPool pool, PoolIdentityProvider provider, IReadOnlyList<string> tags) => new(
        PoolFindingSeverity.Info,
        $"Provider {provider}",
        provider.AttributeMapping.Mode == AttributeMappingMode.Custom
            ? $"AttributeMapping: {provider.AttributeMapping}"
            : $"AttributeMapping: {provider.AttributeMapping} ({string.Join(", ", tags)})",
        $"Set-PoolIdentityProvider {Remedies.Quoted(pool.Pool.IdentityPoolId)} {Remedies.Quoted(ProviderName(provider))} "
            + "-AttributeMapping Inactive")
    {
        Repair = PoolRepair.Of(
            pool,
            pool.Pool with
            {
                Providers =
                [
                    .. pool.Pool.Providers.Select(one => one.Key == provider.Key
                        ? one with { AttributeMapping = AttributeMapping.Inactive }
                        : one),
                ],
            },
            $"Sessions of {provider} will no longer have the {(tags.Count == 1 ? "tag" : "tags")} {string.Join(", ", tags)}. "
                + $"Resource policies that require {(tags.Count == 1 ? "it" : "them")} will not match."),
    };

    private static string ProviderName(PoolIdentityProvider provider) => provider.RoleMappingKey ?? provider.Name;

    private static IEnumerable<string> TagsOf(AuditedRole role)
    {
        var conditions = role.Trust!.Statements.SelectMany(statement => statement.Conditions).ToList();
        return role.Statements!.Concat(role.Boundary ?? []).SelectMany(UsedPrincipalTags.NamedBy)
            .Concat(conditions.SelectMany(condition => RequestKeys
                .Where(start => condition.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .Select(start => condition.Key.Substring(start.Length))))
            .Concat(conditions.Where(condition => condition.IsFor("aws:TagKeys")).SelectMany(condition => condition.Values));
    }
}
