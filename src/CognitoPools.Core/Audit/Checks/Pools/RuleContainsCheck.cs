using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule takes a part of a claim.</summary>
internal sealed class RuleContainsCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleContains", "A rule takes a part of a claim")
    {
        Condition = "A rule compares a claim with Contains.",
        Severity = "Medium; Low on claims that only the user pool sets, such as cognito:groups.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The value may stand anywhere in the claim: admin also fits nonadmin, and the name of a group fits every group whose "
            + "name contains it.",
        Fix = "Compare with Equals. For the groups of a user pool use the role setting Token.",
        NotWhen = "The rule is on an e-mail address, which RuleEmailSubstring reports.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var rule in AuditedRule.Of(pool).Where(rule => rule.Rule.Operator == RuleOperator.Contains))
        {
            yield return rule.Rule.Claim.StartsWith("cognito:", StringComparison.Ordinal)
                ? rule.Result(PoolFindingSeverity.Low, Remedies.Comment(
                    "Give the groups of the user pool their roles, then take the role from the token: "
                        + ProviderRemedies.Set(pool, rule.Provider, "-RoleSetting Token")))
                : rule.MadeExact(
                    PoolFindingSeverity.Medium,
                    $"Users whose {rule.Rule.Claim} is not '{rule.Rule.Value}' itself no longer get {rule.Rule.Role} by this rule.");
        }
    }
}
