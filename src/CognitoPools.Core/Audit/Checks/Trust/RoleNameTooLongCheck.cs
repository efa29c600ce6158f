using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role's name is too long for the Region.</summary>
internal sealed class RoleNameTooLongCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleNameTooLong", "The name of a role is too long for the Region")
    {
        Condition = "The pool is in us-gov-east-1, and the name of a role has more than 20 characters.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "In us-gov-east-1 a role may not be assumable when its name and the name of the session have more than 24 characters together.",
        Fix = "Use a role with a shorter name.",
        NotWhen = "The pool is in any other Region.",
        Reference = TrustReferences.GovCloud,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        where RoleNames.TooLongWarning(pool.Partition, role.Name) is not null
        select new CheckResult(
            PoolFindingSeverity.Low, $"Role {role.Name}", FormattableString.Invariant($"{role.Name.Length} characters"), Shorter(pool, role));

    private static string Shorter(AuditedPool pool, AuditedRole role) => Remedies.Lines(
    [
        .. role.Uses.Select(use => use.Kind switch
        {
            RoleUseKind.Guest => Named(pool, PoolIdentityType.Guest, "guests"),
            RoleUseKind.Authenticated => Named(pool, PoolIdentityType.Authenticated, "users"),
            _ => TrustRemedies.ReplaceRole(pool, role with { Uses = [use] }),
        }).Distinct(StringComparer.Ordinal),
    ]);

    // Eight characters of the pool's id keep the names of several pools apart.
    private static string Named(AuditedPool pool, PoolIdentityType users, string name) => Remedies.Lines(
        TrustRemedies.NothingAllowedYet(users),
        TrustRemedies.NewRole(pool, users)
            + $" -RoleName {Remedies.Quoted($"{name}-{PoolIds.Uuid(pool.Pool.IdentityPoolId).Substring(0, 8)}")}");
}
