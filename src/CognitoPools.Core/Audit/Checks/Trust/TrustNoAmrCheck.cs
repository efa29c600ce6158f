using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role does not distinguish guests from users.</summary>
internal sealed class TrustNoAmrCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustNoAmr", "A role does not distinguish guests from users")
    {
        Condition = "A statement for the Cognito principal has a condition on aud but none on amr.",
        Severity = OpenRoleSeverity.Text + " Low for the guest role.",
        Highest = PoolFindingSeverity.Critical,
        Why = "In the basic flow, the caller chooses the role, so a guest token can open a role for users.",
        Fix = "Add ForAnyValue:StringLike on amr with authenticated, or with unauthenticated for the guest role.",
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
        var severity = isOfGuests ? PoolFindingSeverity.Low : OpenRoleSeverity.SeverityOf(trust.Pool);
        // A plan of only this check does not look up which of them exist.
        var others = trust.Admission.ExactPools(statement).Where(id => id != trust.PoolId
            && (!trust.Pool.OtherPools.TryGetValue(id, out var state) || state == TrustedPoolState.Exists)).ToList();
        var losing = (isOfGuests ? "Authenticated users" : "Guests")
            + (others.Count == 0 ? "" : $", including those of {string.Join(" and ", others)},");
        return trust.Found(
            Info, severity, statement, narrowed,
            $"{losing} can no longer choose role {trust.Role.Name} in the basic flow.", Info.Fix) with
        {
            Why = isOfGuests ? "Authenticated users can also assume the guest role, which is rarely intended." : null,
        };
    }
}
