using System.Globalization;
using CognitoPools.Audit.Model;
using CognitoPools.Pools;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The limit of rules or role mappings is near.</summary>
internal sealed class RuleLimitCheck : PoolCheck
{
    private const int NearRules = PoolRules.MostRules - 2;
    private const int NearProviders = PoolRules.MostMappedProviders - 1;

    public override CheckInfo Info { get; } = new("RuleLimit", "The limit of rules or role mappings is near")
    {
        Condition = FormattableString.Invariant(
            $"At least {NearRules} of {PoolRules.MostRules} rules or {NearProviders} of {PoolRules.MostMappedProviders} role mappings are in use."),
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Cognito refuses rules and role mappings beyond the limit, and you cannot raise the limit yourself.",
        Fix = "Combine rules, or let the groups of a user pool assign the roles (role setting Token).",
        NotWhen = "More than two rules and more than one role mapping are still available.",
        Reference = PoolReferences.Quotas,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var provider in pool.Pool.Providers.Where(provider => provider.Rules.Count >= NearRules))
        {
            yield return Result(
                ProviderRemedies.Key(provider), "Rules", provider.Rules.Count, PoolRules.MostRules,
                $"Combine rules of {ProviderRemedies.Key(provider)}, or use the role setting Token.");
        }
        var mapped = pool.Pool.Providers.Count(provider => provider.RoleSetting != RoleSetting.Default);
        if (mapped >= NearProviders)
        {
            yield return Result(
                "Role mappings", "Providers with the role setting Rules or Token", mapped, PoolRules.MostMappedProviders,
                "Use the role setting Default for providers that need no rules, or use a second identity pool.");
        }
    }

    private static CheckResult Result(string target, string what, int count, int most, string hint) => new(
        PoolFindingSeverity.Info, target, string.Format(CultureInfo.InvariantCulture, "{0}: {1} of {2}", what, count, most),
        Remedies.Comment(hint));
}
