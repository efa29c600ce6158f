using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Nothing tells guests from users.</summary>
internal sealed class TrustNoAmrCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustNoAmr", "A role does not tell guests from users")
    {
        Condition = "A statement for the Cognito principal has a condition on aud, but none on amr.",
        Severity = GuestHole.Text + " Low on the role of guests.",
        Highest = PoolFindingSeverity.Critical,
        Why = "In the basic flow the caller picks the role, so that a guest's token opens a role of users.",
        Fix = "Add ForAnyValue:StringLike on amr with authenticated, or with unauthenticated on the role of guests.",
        NotWhen = "A condition on amr names a provider, a Deny keeps guests out, or guests and users share the role, which RoleShared reports.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from trust in JudgedTrust.Of(pool)
        where !trust.IsShared
        from statement in trust.Admission.CognitoStatements
        where trust.Admission.ConditionsOn(statement, "amr").Count == 0
            && trust.Admission.Admits(statement, trust.PoolId, Others(trust))
        select Found(trust, statement);

    private static PoolIdentityType Others(JudgedTrust trust) =>
        trust.Role.IsOfGuests ? PoolIdentityType.Authenticated : PoolIdentityType.Guest;

    private CheckResult Found(JudgedTrust trust, TrustStatement statement)
    {
        var isOfGuests = trust.Role.IsOfGuests;
        var narrowed = trust.With(statement, new TrustStatementEdit(statement).WithOnlyCondition(
            "ForAnyValue:StringLike", trust.Admission.KeyOf("amr"), [TrustRequest.AmrOf(trust.OnlyUsers!.Value)]));
        var severity = isOfGuests ? PoolFindingSeverity.Low : GuestHole.SeverityOf(trust.Pool);
        // A plan of this check alone does not ask which of them exist.
        var others = trust.Admission.ExactPools(statement).Where(id => id != trust.PoolId
            && (!trust.Pool.OtherPools.TryGetValue(id, out var state) || state == TrustedPoolState.Exists)).ToList();
        var losing = (isOfGuests ? "Authenticated users" : "Guests")
            + (others.Count == 0 ? "" : $", those of {string.Join(" and ", others)} included,");
        return trust.Found(
            Info, severity, statement, narrowed,
            $"{losing} can no longer pick role {trust.Role.Name} in the basic flow.", Info.Fix) with
        {
            Why = isOfGuests ? "Authenticated users can also assume the role of guests, which is seldom meant." : null,
        };
    }
}
