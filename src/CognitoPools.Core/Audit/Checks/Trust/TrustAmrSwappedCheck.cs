using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role of guests demands users, or the reverse.</summary>
internal sealed class TrustAmrSwappedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustAmrSwapped", "A role demands the other kind of users")
    {
        Condition = "The role of guests demands authenticated users in amr, or a role of users demands guests.",
        Severity = "Medium; Critical where guests can pick a role of users in the basic flow.",
        Highest = PoolFindingSeverity.Critical,
        Why = "Those who are to get the role cannot assume it: Cognito answers 'Invalid identity pool configuration'.",
        Fix = "Correct amr in the trust policy, or swap the two roles of the pool.",
        NotWhen = "Another statement accepts those who get the role.",
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
            Why = isOpen ? Info.Why + " Guests, however, can pick it in the basic flow." : fault.Reason,
        };
        // A trust policy that accepted both would make guests of users.
        return trust.IsShared ? result with { Remedy = RoleSharedCheck.OwnRole(pool, fault.Users) } : result;
    }

    private static TrustPolicy? Corrected(RoleFault fault) => fault.Trust.With(
        fault.Statement!,
        new TrustStatementEdit(fault.Statement!).WithOnlyCondition(
            "ForAnyValue:StringLike", fault.Trust.Admission.KeyOf("amr"), [TrustRequest.AmrOf(fault.Users)]));
}
