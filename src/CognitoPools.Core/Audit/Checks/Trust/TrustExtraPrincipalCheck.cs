using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role trusts others than Cognito.</summary>
internal sealed class TrustExtraPrincipalCheck : PoolCheck
{
    private static readonly TrustPrincipal Everybody = new("*", "*");

    public override CheckInfo Info { get; } = new("TrustExtraPrincipal", "A role trusts others than Cognito")
    {
        Condition = "A statement lets another principal than Cognito's assume the role.",
        Severity = "Critical for everybody without a condition; High for another account and for everybody under a condition; Medium for "
            + "another identity provider; Low for a service and for the own account.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The role has another door than the pool: who comes through it gets the permissions of the pool's users.",
        Fix = "Remove the principal, and give it a role of its own.",
        NotWhen = "The statement denies, a Deny without a condition closes the door, or the principal is that of Cognito in another partition, "
            + "where the role does not exist. Accounts and services can only use sts:AssumeRole, and never where aud or amr is demanded.",
        Reference = TrustReferences.Principals,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var trust in JudgedTrust.Of(pool))
        {
            foreach (var statement in trust.Policy.Statements.Where(statement => statement.Allows))
            {
                var others = statement.Principals
                    .Where(principal => !IsCognito(principal) && OtherDoors.IsOpen(trust, statement, principal)).ToList();
                if (others.Count == 0 && (statement.NotPrincipals.Count == 0 || !OtherDoors.IsOpen(trust, statement, Everybody)))
                    continue;
                var severity = statement.NotPrincipals.Count > 0 ? OfEverybody(statement)
                    : others.Max(principal => SeverityOf(pool, trust.Role, statement, principal));
                var names = statement.NotPrincipals.Count > 0
                    ? $"Everybody but {string.Join(", ", statement.NotPrincipals)}" : string.Join(", ", others);
                yield return trust.Found(
                    Info, severity, statement, Narrowed(trust, statement),
                    $"{names} can no longer assume role {trust.Role.Name}.", $"{Info.Fix} Role {trust.Role.Name} trusts {names}.");
            }
        }
    }

    private static bool IsCognito(TrustPrincipal principal) => principal.Type == TrustPrincipal.Federated
        && AwsPartition.All.Any(partition => partition.CognitoPrincipal == principal.Value);

    private static PoolFindingSeverity OfEverybody(TrustStatement statement) =>
        statement.Conditions.Count == 0 ? PoolFindingSeverity.Critical : PoolFindingSeverity.High;

    private static PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, TrustStatement statement, TrustPrincipal principal)
    {
        if (principal.Value == "*")
            return OfEverybody(statement);
        if (principal.Type == TrustPrincipal.Federated)
            return PoolFindingSeverity.Medium;
        if (principal.Type != "AWS")
            return principal.Type == "Service" ? PoolFindingSeverity.Low : PoolFindingSeverity.High;
        var own = pool.AccountId ?? (RoleArn.TryParse(role.Arn, out var arn) ? arn.AccountId : null);
        return principal.Account is { } account && account != own ? PoolFindingSeverity.High : PoolFindingSeverity.Low;
    }

    private static TrustPolicy? Narrowed(JudgedTrust trust, TrustStatement statement)
    {
        var kept = statement.Principals.Where(IsCognito).ToList();
        // The pool's own users may come in as part of everybody.
        if (kept.Count == 0 && trust.Users.Any(users => trust.Admission.Admits(statement, trust.PoolId, users)))
            kept.Add(new TrustPrincipal(TrustPrincipal.Federated, trust.Pool.Partition.CognitoPrincipal));
        var edit = new TrustStatementEdit(statement);
        return statement.NotPrincipals.Count > 0 ? null : trust.With(statement, kept.Count == 0 ? null : edit.WithOnlyPrincipals(kept));
    }
}
