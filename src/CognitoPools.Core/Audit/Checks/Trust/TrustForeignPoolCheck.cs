using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role trusts a pool that is not in the account.</summary>
internal sealed class TrustForeignPoolCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustForeignPool", "A role trusts a pool that is not in the account")
    {
        Condition = "aud names an identity pool that does not exist in the account, in the Region of its id.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The pool was deleted, or it belongs to another account, whose users can then assume the role. AWS does "
            + "not show which.",
        Fix = "Remove the id from the trust policy, unless the role should accept a pool of another account.",
        NotWhen = "The pools of that Region could not be listed, which NotChecked reports.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust | AuditReads.OtherPools,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        OtherPools.Named(pool, TrustedPoolState.NotInAccount, Info, PoolFindingSeverity.Medium);
}
