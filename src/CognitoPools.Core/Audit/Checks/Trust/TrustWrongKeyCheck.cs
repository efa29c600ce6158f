using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A trust policy has a wrong condition key.</summary>
internal sealed class TrustWrongKeyCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustWrongKey", "A trust policy has a wrong condition key")
    {
        Condition = "A condition key is misspelled or belongs to another AWS partition, so no statement accepts the "
            + "pool.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Requests from Cognito do not have this key, so the condition never matches and no one gets credentials "
            + "of the role.",
        Fix = "Use the Cognito condition keys of the pool's partition.",
        NotWhen = "The key differs only in case, it is a global key that begins with aws:, or another statement "
            + "accepts the pool.",
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
