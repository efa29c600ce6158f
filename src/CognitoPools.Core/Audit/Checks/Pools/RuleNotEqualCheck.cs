using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule assigns a role to almost everyone.</summary>
internal sealed class RuleNotEqualCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleNotEqual", "A rule assigns a role to almost everyone")
    {
        Condition = "A rule with NotEqual assigns a role other than the authenticated role.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Every user with any other value of the claim gets the role, including users with values that no one "
            + "expected.",
        Fix = "Use Equals, and specify the values that should get the role.",
        NotWhen = "The provider also has an Equals rule for the same claim and value, so that the two rules cover all "
            + "users.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => AuditedRule.Of(pool)
        .Where(rule => rule.Rule.Operator == RuleOperator.NotEqual
            && rule.Rule.Role != pool.Pool.AuthenticatedRole
            && !rule.Provider.Rules.Any(other => other.Operator == RuleOperator.Equals
                && other.Claim == rule.Rule.Claim && other.Value == rule.Rule.Value))
        .Select(rule => rule.Removed(
            PoolFindingSeverity.Medium, $"Users whose {rule.Rule.Claim} is not '{rule.Rule.Value}' will no longer get {rule.Rule.Role} from this rule."));
}
