using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule matches part of a claim.</summary>
internal sealed class RuleContainsCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleContains", "A rule matches part of a claim")
    {
        Condition = "A rule compares a claim with Contains.",
        Severity = "Medium; Low for claims that only the user pool sets, such as cognito:groups.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Contains matches the value anywhere in the claim. For example, admin also matches nonadmin, and a "
            + "group name matches every group whose name contains it.",
        Fix = "Compare with Equals. For groups of a user pool, use the role setting Token.",
        NotWhen = "The rule compares an email address, which RuleEmailSubstring reports.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var rule in AuditedRule.Of(pool).Where(rule => rule.Rule.Operator == RuleOperator.Contains))
        {
            yield return rule.Rule.Claim.StartsWith("cognito:", StringComparison.Ordinal)
                ? rule.Result(PoolFindingSeverity.Low, Remedies.Comment(
                    "Assign roles to the groups of the user pool, then use the role setting Token: "
                        + ProviderRemedies.Set(pool, rule.Provider, "-RoleSetting Token")))
                : rule.MadeExact(
                    PoolFindingSeverity.Medium,
                    $"Users whose {rule.Rule.Claim} is not exactly '{rule.Rule.Value}' will no longer get {rule.Rule.Role} from this rule.");
        }
    }
}
