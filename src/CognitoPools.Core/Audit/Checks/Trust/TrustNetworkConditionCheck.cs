using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A trust policy asks from where the call comes.</summary>
internal sealed class TrustNetworkConditionCheck : PoolCheck
{
    private static readonly string[] Keys = ["aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp"];

    public override CheckInfo Info { get; } = new("TrustNetworkCondition", "A trust policy limits the network")
    {
        Condition = "A statement for the Cognito principal has a condition on aws:SourceIp, aws:SourceVpc, aws:SourceVpce or aws:VpcSourceIp.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "In the enhanced flow Cognito itself makes the call, not the user. The condition therefore does not limit users by their network: "
            + "it lets everybody through or nobody.",
        Fix = "Remove the condition, and limit the network in the permissions policy of the role instead.",
        NotWhen = "The condition stands in a permissions policy.",
        Reference = TrustReferences.Flows,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
        Hides = ["TrustConditional"],
    };

    /// <summary>Whether a condition is on the network.</summary>
    public static bool IsOfNetwork(TrustCondition condition) => Array.Exists(Keys, condition.IsFor);

    // Without the condition the role accepts more than before, so the module does not remove it.
    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from trust in JudgedTrust.Of(pool)
        from statement in trust.Admission.CognitoStatements
        where statement.Conditions.Any(IsOfNetwork)
        select new CheckResult(
            PoolFindingSeverity.Medium, trust.TargetOf(statement), trust.EvidenceOf(statement),
            Remedies.Comment(FormattableString.Invariant(
                $"Remove the condition on the network from statement {statement.Number} of the trust policy of role {trust.Role.Name} in IAM; ")
                + "this module does not remove conditions, because the role would accept more than before."))
        {
            Cause = trust.CauseOf(statement),
        };
}
