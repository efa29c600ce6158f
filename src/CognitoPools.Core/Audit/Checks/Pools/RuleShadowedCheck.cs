using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule is never reached.</summary>
internal sealed class RuleShadowedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleShadowed", "A rule is never reached")
    {
        Condition = "Earlier rules fit every value that the rule fits.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "The first rule that fits gives the role, so nobody gets the role of this one.",
        Fix = "Move the rule before the earlier ones, or remove it.",
        NotWhen = "Some value fits the rule and none of the earlier ones. Values that differ in case are different values.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
        // A rule that gives nobody a role gives it to nobody wrongly.
        Hides = ["RuleEmailSubstring", "RuleContains", "RuleNotEqual"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var rule in AuditedRule.Of(pool))
        {
            if (RuleChecks.CoveredBy(rule.Provider.Rules, rule.Index) is { } reason)
                yield return rule.Removed(PoolFindingSeverity.Low, cutsOff: null) with { Why = $"{Info.Why} Here {reason}." };
        }
    }
}
