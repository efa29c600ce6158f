using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule is never reached.</summary>
internal sealed class RuleShadowedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleShadowed", "A rule is never reached")
    {
        Condition = "Earlier rules match every value that this rule matches.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "The first matching rule decides the role, so no user gets the role of this rule.",
        Fix = "Move the rule before the earlier ones, or remove it.",
        NotWhen = "Some value matches this rule and none of the earlier ones. Values that differ only in case are "
            + "different values.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
        // A rule that never assigns its role cannot assign it to the wrong user.
        Hides = ["RuleEmailSubstring", "RuleContains", "RuleNotEqual"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var rule in AuditedRule.Of(pool))
        {
            if (RuleChecks.CoveredBy(rule.Provider.Rules, rule.Index) is { } reason)
                yield return rule.Removed(PoolFindingSeverity.Low, accessLost: null) with { Why = $"{Info.Why} In this case, {reason}." };
        }
    }
}
