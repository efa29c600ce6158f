using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A condition has a key that tokens of Cognito do not have.</summary>
internal sealed class TrustWrongKeyCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustWrongKey", "A condition key of a trust policy is wrong")
    {
        Condition = "A condition key is misspelt or belongs to another partition of AWS, so that no statement accepts the pool.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "A request of Cognito has no such key, so the condition never matches and nobody gets credentials of the role.",
        Fix = "Use the keys of Cognito in the partition of the pool.",
        NotWhen = "The key differs in case only, it is a global key that begins with aws:, or another statement accepts the pool.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => RoleFault.Of(pool, RoleFaultKind.WrongKey)
        .GroupBy(fault => (fault.Trust.Role.Arn, fault.Statement!.Number))
        .Select(group =>
        {
            var (trust, statement) = (group.First().Trust, group.First().Statement);
            var (remedy, repair) = TrustRemedies.RepairTrust(trust, [.. group.Select(fault => fault.Users)]);
            return new CheckResult(PoolFindingSeverity.Medium, trust.TargetOf(statement), trust.EvidenceOf(statement), remedy)
            {
                Why = $"{Info.Why} {group.First().Reason}",
                Repair = repair,
            };
        });
}
