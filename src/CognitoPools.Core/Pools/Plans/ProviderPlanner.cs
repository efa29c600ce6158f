using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Completes the providers of a desired pool: names of roles in rules become ARNs, the roles' trust is
/// checked, and sts:TagSession comes with attribute mappings. Reads only.</summary>
/// <param name="trust">Sees that the roles accept the pool, and gathers repairs and warnings.</param>
public sealed class ProviderPlanner(RoleTrustPlanner trust)
{
    /// <summary>The change with completed providers; repairs and warnings stay with the planner of the trust.</summary>
    /// <param name="change">The pool as it is and as it shall be; new rules may name roles.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">A role is missing or its trust policy refuses the pool.</exception>
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
            $"The tokens of {provider.Name} name roles that are not known here; each of them must allow "
                + $"{TrustRequest.TagAction} in its trust policy, or its users get no credentials.");
}
