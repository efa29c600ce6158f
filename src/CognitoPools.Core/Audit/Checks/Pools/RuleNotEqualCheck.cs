using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule gives a role to nearly everyone.</summary>
internal sealed class RuleNotEqualCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleNotEqual", "A rule gives a role to nearly everyone")
    {
        Condition = "A rule with NotEqual gives another role than the authenticated role.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Every user whose claim has any other value gets the role, also users with values that nobody thought of.",
        Fix = "Name the values that give the role with Equals.",
        NotWhen = "The provider also has a rule with Equals on the same claim and value, so that the two divide the users.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => AuditedRule.Of(pool)
        .Where(rule => rule.Rule.Operator == RuleOperator.NotEqual
            && rule.Rule.Role != pool.Pool.AuthenticatedRole
            && !rule.Provider.Rules.Any(other => other.Operator == RuleOperator.Equals
                && other.Claim == rule.Rule.Claim && other.Value == rule.Rule.Value))
        .Select(rule => rule.Removed(
            PoolFindingSeverity.Medium, $"Users whose {rule.Rule.Claim} is not '{rule.Rule.Value}' no longer get {rule.Rule.Role} by this rule."));
}
