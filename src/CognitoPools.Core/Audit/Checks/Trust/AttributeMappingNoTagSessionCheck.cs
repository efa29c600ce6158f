using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role does not allow session tags.</summary>
internal sealed class AttributeMappingNoTagSessionCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("AttributeMappingNoTagSession", "A role does not allow session tags")
    {
        Condition = "A provider maps attributes to principal tags, but the trust policy of a role for its users does "
            + "not allow sts:TagSession.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The sign-in fails. Users who should get the role get no credentials.",
        Fix = "Allow sts:TagSession in addition to sts:AssumeRoleWithWebIdentity.",
        NotWhen = "The mapping is inactive, or the role does not accept the pool at all, which another check reports.",
        Reference = TrustReferences.SessionTags,
        Reads = AuditReads.PoolRoles | AuditReads.AttributeMappings | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from trust in JudgedTrust.Of(pool)
        where IsTagged(trust) && Accepts(trust, tags: false) && !Accepts(trust, tags: true)
        let repair = TrustRemedies.RepairTrust(trust, [PoolIdentityType.Authenticated], tags: true)
        select new CheckResult(PoolFindingSeverity.Medium, trust.TargetOf(null), trust.EvidenceOf(null), repair.Remedy)
        {
            Repair = repair.Repair,
        };

    private static bool IsTagged(JudgedTrust trust) => TaggedRoles.Contains(trust.Pool.Pool, trust.Role.Arn)
        || trust.Role.Uses.Any(use => use is { Kind: RoleUseKind.Token, Provider: { } provider } && TaggedRoles.IsTagged(provider));

    private static bool Accepts(JudgedTrust trust, bool tags) => trust.Policy.Explain(
        trust.Pool.Partition, trust.PoolId, PoolIdentityType.Authenticated, tags).Trust is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional;
}
