using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role requires the wrong type of user.</summary>
internal sealed class TrustAmrSwappedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustAmrSwapped", "A role requires the wrong type of user")
    {
        Condition = "The guest role requires authenticated users in amr, or a role for users requires guests.",
        Severity = "Medium; Critical if guests can choose a role for users in the basic flow.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The users who should get the role cannot assume it. Cognito answers 'Invalid identity pool "
            + "configuration'.",
        Fix = "Correct amr in the trust policy, or swap the two roles of the pool.",
        NotWhen = "Another statement accepts the users who should get the role.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        RoleFault.Of(pool, RoleFaultKind.AmrSwapped).Select(fault => Found(pool, fault));

    private CheckResult Found(AuditedPool pool, RoleFault fault)
    {
        var trust = fault.Trust;
        var statement = fault.Statement!;
        var isOpen = fault.Users == PoolIdentityType.Authenticated && !trust.IsShared && pool.IsLive;
        var result = trust.Found(
            Info, isOpen ? PoolFindingSeverity.Critical : PoolFindingSeverity.Medium, statement,
            trust.IsShared ? null : Corrected(fault),
            $"{(fault.Users == PoolIdentityType.Guest ? "Authenticated users" : "Guests")} can no longer assume role {trust.Role.Name}.",
            Info.Fix) with
        {
            Why = isOpen ? Info.Why + " In the basic flow, however, guests can choose it." : fault.Reason,
        };
        // A trust policy that accepts both would give guests the permissions of users.
        return trust.IsShared ? result with { Remedy = RoleSharedCheck.OwnRole(pool, fault.Users) } : result;
    }

    private static TrustPolicy? Corrected(RoleFault fault) => fault.Trust.With(
        fault.Statement!,
        new TrustStatementEdit(fault.Statement!).WithOnlyCondition(
            "ForAnyValue:StringLike", fault.Trust.Admission.KeyOf("amr"), [TrustRequest.AmrOf(fault.Users)]));
}
