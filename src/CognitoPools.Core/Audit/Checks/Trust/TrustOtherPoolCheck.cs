using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role also trusts other identity pools.</summary>
internal sealed class TrustOtherPoolCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustOtherPool", "A role also trusts other identity pools")
    {
        Condition = "aud also names other identity pools of the account.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "The users of all these pools get the same permissions. A security problem in one pool affects the "
            + "others.",
        Fix = "Use a separate role for each pool.",
        NotWhen = "The other pool is not in the account, which TrustForeignPool reports.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust | AuditReads.OtherPools,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        OtherPools.Named(pool, TrustedPoolState.Exists, Info, PoolFindingSeverity.Low);
}
