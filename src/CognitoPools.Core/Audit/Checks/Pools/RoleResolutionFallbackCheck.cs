using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Users without a matching rule get the default role.</summary>
internal sealed class RoleResolutionFallbackCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleResolutionFallback", "Users without a matching rule get the default role")
    {
        Condition = "A provider with the role setting Rules or Token has the role resolution AuthenticatedRole.",
        Severity = "Low; Medium if the authenticated role allows more than a role that the rules or tokens assign.",
        Highest = PoolFindingSeverity.Medium,
        Why = "A user gets the authenticated role if no rule matches, or if the token names no single role. An error "
            + "in a rule or token therefore grants access instead of denying it.",
        Fix = "Set the role resolution to Deny.",
        NotWhen = "The pool has no authenticated role, so these users get no credentials.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.AuthenticatedRole is null)
            yield break;
        foreach (var provider in pool.Pool.Providers)
        {
            if (provider.RoleSetting == RoleSetting.Default || provider.RoleResolution != RoleResolution.AuthenticatedRole)
                continue;
            var weaker = WeakerRole(pool, provider);
            yield return new CheckResult(
                weaker is null ? PoolFindingSeverity.Low : PoolFindingSeverity.Medium, ProviderRemedies.Key(provider),
                $"RoleSetting: {provider.RoleSetting}, RoleResolution: {provider.RoleResolution}",
                ProviderRemedies.Set(pool, provider, "-RoleResolution Deny"))
            {
                Why = weaker is null ? null : $"{Info.Why} In this pool, the authenticated role allows more than role {weaker.Name}.",
                Repair = ProviderRemedies.Change(
                    pool, provider with { RoleResolution = RoleResolution.Deny },
                    $"Users of {ProviderRemedies.Key(provider)} without a matching rule, or whose token names no single role, will no longer "
                        + "get credentials."),
            };
        }
    }

    // The default role should allow the least of all roles that the provider's users can get.
    private static AuditedRole? WeakerRole(AuditedPool pool, PoolIdentityProvider provider) =>
        pool.AuthenticatedRole is { } role && Breadth(pool, role) is { } breadth
            ? pool.Roles.FirstOrDefault(other => other.Arn != role.Arn
                && other.Uses.Any(use => use.Provider?.Key == provider.Key)
                && Breadth(pool, other) is { } others && others.CompareTo(breadth) < 0)
            : null;

    // A role with one permission for everything may do more than one with ten narrow permissions.
    private static (int All, int Patterns, int Count)? Breadth(AuditedPool pool, AuditedRole role) =>
        role.Permissions(pool.Pool, PoolIdentityType.Authenticated, SignInFlow.Enhanced) is { } rows
            ? (rows.Count(row => row.Action == "*"), rows.Count(row => row.Action.IndexOf('*') >= 0), rows.Count)
            : null;
}
