using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A trust policy has a network condition.</summary>
internal sealed class TrustNetworkConditionCheck : PoolCheck
{
    private static readonly string[] Keys = ["aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp"];

    public override CheckInfo Info { get; } = new("TrustNetworkCondition", "A trust policy has a network condition")
    {
        Condition = "A statement for the Cognito principal has a condition on aws:SourceIp, aws:SourceVpc, aws:SourceVpce or aws:VpcSourceIp.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "In the enhanced flow, Cognito makes the call, not the user. The condition therefore does not restrict "
            + "users by their network. It accepts either everyone or no one.",
        Fix = "Remove the condition, and restrict the network in the permissions policy of the role instead.",
        NotWhen = "The condition is in a permissions policy.",
        Reference = TrustReferences.Flows,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
        Hides = ["TrustConditional"],
    };

    /// <summary>Whether a condition is on the network.</summary>
    public static bool IsOfNetwork(TrustCondition condition) => Array.Exists(Keys, condition.IsFor);

    // Without the condition, the role would accept more than before, so there is no repair.
    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from trust in JudgedTrust.Of(pool)
        from statement in trust.Admission.CognitoStatements
        where statement.Conditions.Any(IsOfNetwork)
        select new CheckResult(
            PoolFindingSeverity.Medium, trust.TargetOf(statement), trust.EvidenceOf(statement),
            Remedies.Comment(FormattableString.Invariant(
                $"In IAM, remove the network condition from statement {statement.Number} of the trust policy of role {trust.Role.Name}. ")
                + "This module does not remove conditions, because the role would then accept more than before."))
        {
            Cause = trust.CauseOf(statement),
        };
}
