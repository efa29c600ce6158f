using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The condition on amr of a role of users lets guests in.</summary>
internal sealed class TrustAuthenticatedAllowsGuestCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustAuthenticatedAllowsGuest", "A role of users also accepts guests")
    {
        Condition = "A list or a pattern on amr, or a second statement, lets guests assume a role that only users get.",
        Severity = GuestHole.Text,
        Highest = PoolFindingSeverity.Critical,
        Why = "In the basic flow the caller picks the role, so that a guest becomes a user. The pattern *authenticated also fits unauthenticated.",
        Fix = "Let amr name authenticated alone.",
        NotWhen = "Guests and users share the role, which RoleShared reports, or the role accepts guests alone, which TrustAmrSwapped reports.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var trust in JudgedTrust.Of(pool).Where(trust => !trust.Role.IsOfGuests))
        {
            var swapped = RoleFault.Of(trust).Where(fault => fault.Kind == RoleFaultKind.AmrSwapped)
                .Select(fault => fault.Statement).ToList();
            foreach (var statement in trust.Admission.CognitoStatements)
            {
                if (trust.Admission.ConditionsOn(statement, "amr").Count > 0
                    && trust.Admission.Admits(statement, trust.PoolId, PoolIdentityType.Guest)
                    && !swapped.Contains(statement))
                {
                    yield return trust.Found(
                        Info, GuestHole.SeverityOf(pool), statement, Narrowed(trust, statement),
                        $"Guests can no longer pick role {trust.Role.Name} in the basic flow.", Info.Fix);
                }
            }
        }
    }

    // A statement for guests alone goes; of the others only what guests fit.
    private static TrustPolicy? Narrowed(JudgedTrust trust, TrustStatement statement)
    {
        if (!trust.Admission.Admits(statement, trust.PoolId, PoolIdentityType.Authenticated))
            return trust.With(statement, null);
        var kept = trust.Admission.ConditionsOn(statement, "amr").Where(condition => !condition.Parsed.Negated)
            .SelectMany(condition => condition.Values)
            .Where(value => !new PolicyPattern(value, wildcards: true, variables: false).Matches(TrustRequest.Unauthenticated))
            .DefaultIfEmpty(TrustRequest.Authenticated)
            .Distinct(StringComparer.Ordinal);
        return trust.With(statement, new TrustStatementEdit(statement).WithOnlyCondition(
            "ForAnyValue:StringLike", trust.Admission.KeyOf("amr"), kept));
    }
}
