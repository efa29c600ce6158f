using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role trusts principals other than Cognito.</summary>
internal sealed class TrustExtraPrincipalCheck : PoolCheck
{
    private static readonly TrustPrincipal Everybody = new("*", "*");

    public override CheckInfo Info { get; } = new("TrustExtraPrincipal", "A role trusts principals other than Cognito")
    {
        Condition = "A statement lets a principal other than Cognito assume the role.",
        Severity = "Critical for everyone without a condition; High for another account, and for everyone with a "
            + "condition; Medium for another identity provider; Low for a service and for the same account.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The role can be assumed without the pool. Whoever does so gets the permissions of the pool's users.",
        Fix = "Remove the principal, and use a separate role for it.",
        NotWhen = "The statement denies access, a Deny without a condition covers the principal, or the principal is "
            + "Cognito in another partition, where the role does not exist. Accounts and services can use only "
            + "sts:AssumeRole, and never where aud or amr is required.",
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
                    .Where(principal => !IsCognito(principal) && OtherPrincipals.IsOpen(trust, statement, principal)).ToList();
                if (others.Count == 0 && (statement.NotPrincipals.Count == 0 || !OtherPrincipals.IsOpen(trust, statement, Everybody)))
                    continue;
                var severity = statement.NotPrincipals.Count > 0 ? OfEverybody(statement)
                    : others.Max(principal => SeverityOf(pool, trust.Role, statement, principal));
                var names = statement.NotPrincipals.Count > 0
                    ? $"everyone except {string.Join(", ", statement.NotPrincipals)}" : string.Join(", ", others);
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
        // A statement for everyone may also be the one that accepts the pool's own users.
        if (kept.Count == 0 && trust.Users.Any(users => trust.Admission.Admits(statement, trust.PoolId, users)))
            kept.Add(new TrustPrincipal(TrustPrincipal.Federated, trust.Pool.Partition.CognitoPrincipal));
        var edit = new TrustStatementEdit(statement);
        return statement.NotPrincipals.Count > 0 ? null : trust.With(statement, kept.Count == 0 ? null : edit.WithOnlyPrincipals(kept));
    }
}
