using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A trust policy allows the wrong action.</summary>
internal sealed class TrustWrongActionCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustWrongAction", "A trust policy allows the wrong action")
    {
        Condition = "No statement for the Cognito principal allows sts:AssumeRoleWithWebIdentity.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "No one can get credentials of the role. The AWS CDK writes sts:AssumeRole unless you specify another "
            + "action.",
        Fix = "Allow sts:AssumeRoleWithWebIdentity.",
        NotWhen = "The action is one of several, or a pattern such as sts:AssumeRole* includes it.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => RoleFault.Of(pool, RoleFaultKind.WrongAction)
        .GroupBy(fault => fault.Trust.Role.Arn, StringComparer.Ordinal)
        .Select(group =>
        {
            var trust = group.First().Trust;
            var statement = group.First().Statement ?? trust.Admission.CognitoStatements[0];
            var (remedy, repair) = TrustRemedies.RepairTrust(trust, [.. group.Select(fault => fault.Users)]);
            return new CheckResult(PoolFindingSeverity.Medium, trust.TargetOf(statement), trust.EvidenceOf(statement), remedy)
            {
                Repair = repair,
            };
        });
}
