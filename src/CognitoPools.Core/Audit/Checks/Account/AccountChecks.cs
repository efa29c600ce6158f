using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Account;

/// <summary>The checks of the account, which <see cref="AccountAudit"/> makes, in the order of the page.</summary>
internal static class AccountChecks
{
    public static CheckInfo Orphan { get; } = new("TrustOrphan", "A role that no pool uses trusts identity pools")
    {
        Condition = "An IAM role trusts Cognito or everybody, no identity pool uses it, and it lacks a condition on aud or amr, or its pool no "
            + "longer exists.",
        Severity = $"Critical without a binding aud. Without amr: {GuestHole.Text} Info where the pool that aud names is not in the account.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The role was left over when its pool was deleted or changed, but it can still be assumed.",
        Fix = "Delete the role if nothing needs it; otherwise bind it to its pool and users.",
        NotWhen = "The trust policy denies, a pool uses the role, or the roles of a pool could not be read, which NotChecked reports.",
        Reference = TrustReferences.Amplified,
        Reads = AuditReads.AccountRoles,
    };

    public static CheckInfo Unlisted { get; } = new("RoleUnlisted", "A role accepts a pool that does not use it")
    {
        Condition = "The trust policy of an IAM role accepts the pool, and the pool has it neither as a default role nor in a rule.",
        Severity = "Medium; Info where the basic flow is off or a token may name the role.",
        Highest = PoolFindingSeverity.Medium,
        Why = "In the basic flow the caller picks the role: any role that accepts the pool will do.",
        Fix = "Give the role to the pool's users by a rule, take the pool out of its trust policy, or delete it.",
        NotWhen = "TrustOrphan reports the role, or its trust policy names no pool.",
        Reference = TrustReferences.Flows,
        Reads = AuditReads.AccountRoles,
    };

    public static IReadOnlyList<CheckInfo> Infos { get; } = [Orphan, Unlisted];
}
