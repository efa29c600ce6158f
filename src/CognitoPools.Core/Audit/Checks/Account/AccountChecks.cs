using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Account;

/// <summary>The checks of the account, which <see cref="AccountAudit"/> runs, in the order of the documentation page.</summary>
internal static class AccountChecks
{
    public static CheckInfo Orphan { get; } = new("TrustOrphan", "An unused role trusts identity pools")
    {
        Condition = "An IAM role trusts Cognito or everyone, and no identity pool uses it. It has no condition on aud or amr, or its pool no "
            + "longer exists.",
        Severity = $"Critical if aud does not bind the role. Without amr: {OpenRoleSeverity.Text} Info if the pool that aud names is not in the account.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The role was left over when its pool was deleted or changed, but it can still be assumed.",
        Fix = "Delete the role if nothing needs it. Otherwise, bind it to its pool and users.",
        NotWhen = "The trust policy denies access, a pool uses the role, or the roles of a pool could not be read, which NotChecked reports.",
        Reference = TrustReferences.Amplified,
        Reads = AuditReads.AccountRoles,
    };

    public static CheckInfo Unlisted { get; } = new("RoleUnlisted", "A role accepts a pool that does not use it")
    {
        Condition = "The trust policy of an IAM role accepts the pool, but the pool uses it neither as a default role nor in a rule.",
        Severity = "Medium; Info if the basic flow is off, if Cognito refuses it, or if a token can name the role.",
        Highest = PoolFindingSeverity.Medium,
        Why = "In the basic flow, the caller can choose any role that accepts the pool.",
        Fix = "Assign the role to users of the pool with a rule, remove the pool from its trust policy, or delete the role.",
        NotWhen = "TrustOrphan reports the role, or its trust policy names no pool.",
        Reference = TrustReferences.Flows,
        Reads = AuditReads.AccountRoles,
    };

    public static IReadOnlyList<CheckInfo> Infos { get; } = [Orphan, Unlisted];
}
