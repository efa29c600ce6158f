using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Completes the providers of a desired pool: replaces role names in rules with ARNs, checks the trust policies of
/// the roles, and adds sts:TagSession for attribute mappings. Reads only.</summary>
/// <param name="trust">Checks that the roles trust the pool, and collects repairs and warnings.</param>
public sealed class ProviderPlanner(RoleTrustPlanner trust)
{
    /// <summary>The change with completed providers. Repairs and warnings are kept in the trust planner.</summary>
    /// <param name="change">The current and the desired pool. New rules may contain role names.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">A role does not exist, or its trust policy does not accept the pool.</exception>
    public async Task<PoolChange> PlanAsync(PoolChange change, CancellationToken cancellationToken)
    {
        var completed = new List<PoolIdentityProvider>();
        foreach (var provider in change.Desired.Providers)
        {
            var before = change.Current?.Providers.FirstOrDefault(known => known.Key == provider.Key);
            completed.Add(before is not null && before.SameRoleMapping(provider)
                ? provider
                : await WithArnsAsync(provider, before, cancellationToken).ConfigureAwait(false));
        }
        var desired = change.Desired with { Providers = completed };
        var tagged = change.Current is null ? [] : TaggedRoles.Of(change.Current);
        foreach (var role in TaggedRoles.Of(desired).Except(tagged, StringComparer.Ordinal))
            await trust.AllowTagsAsync(role, cancellationToken).ConfigureAwait(false);
        return change with { Desired = desired, Warnings = [.. change.Warnings, .. TokenWarnings(change.Current, desired)] };
    }

    private async Task<PoolIdentityProvider> WithArnsAsync(
        PoolIdentityProvider provider, PoolIdentityProvider? before, CancellationToken cancellationToken)
    {
        var rules = new List<PoolRoleRule>();
        foreach (var rule in provider.Rules)
        {
            if (before?.Rules.Contains(rule) == true)
            {
                rules.Add(rule);
                continue;
            }
            try
            {
                // Checked first, so that a malformed rule is not reported as a role that cannot be found.
                PoolRules.CheckRule(rule);
                rules.Add(rule with
                {
                    Role = await trust.AcceptAsync(
                        "Role", rule.Role, PoolIdentityType.Authenticated,
                        TaggedRoles.IsTagged(provider), cancellationToken)
                        .ConfigureAwait(false),
                });
            }
            catch (InvalidSettingException problem)
            {
                throw problem.Of("Rule", rules.Count + 1);
            }
        }
        return provider with { Rules = rules };
    }

    private static IEnumerable<string> TokenWarnings(IdentityPool? current, IdentityPool desired) => desired.Providers
        .Where(provider => provider.RoleSetting == RoleSetting.Token
            && TaggedRoles.IsTagged(provider)
            && current?.Providers.Any(known => known.Equals(provider)) != true)
        .Select(provider =>
            $"The tokens of {provider.Name} name roles that are not known here. Each of these roles must allow "
                + $"{TrustRequest.TagAction} in its trust policy. Otherwise, its users get no credentials.");
}
