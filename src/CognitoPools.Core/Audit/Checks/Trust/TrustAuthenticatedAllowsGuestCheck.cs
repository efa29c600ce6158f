using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role for users also accepts guests.</summary>
internal sealed class TrustAuthenticatedAllowsGuestCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustAuthenticatedAllowsGuest", "A role for users also accepts guests")
    {
        Condition = "A list or a pattern on amr, or a second statement, lets guests assume a role that only users "
            + "should get.",
        Severity = OpenRoleSeverity.Text,
        Highest = PoolFindingSeverity.Critical,
        Why = "In the basic flow, the caller chooses the role, so a guest can get the permissions of a user. The "
            + "pattern *authenticated also matches unauthenticated.",
        Fix = "Allow only authenticated in amr.",
        NotWhen = "Guests and users share the role, which RoleShared reports, or the role accepts only guests, which "
            + "TrustAmrSwapped reports.",
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
                        Info, OpenRoleSeverity.SeverityOf(pool), statement, Narrowed(trust, statement),
                        $"Guests can no longer choose role {trust.Role.Name} in the basic flow.", Info.Fix);
                }
            }
        }
    }

    // A statement that only guests match is removed. Other statements lose only the values that guests match.
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
