using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role name is too long for the Region.</summary>
internal sealed class RoleNameTooLongCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleNameTooLong", "A role name is too long for the Region")
    {
        Condition = "The pool is in us-gov-east-1, and a role name has more than 20 characters.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "In us-gov-east-1, a role may not be assumable if its name and the session name together have more than "
            + "24 characters.",
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

    // Eight characters of the pool id distinguish the roles of several pools.
    private static string Named(AuditedPool pool, PoolIdentityType users, string name) => Remedies.Lines(
        TrustRemedies.NothingAllowedYet(users),
        TrustRemedies.NewRole(pool, users)
            + $" -RoleName {Remedies.Quoted($"{name}-{PoolIds.Uuid(pool.Pool.IdentityPoolId).Substring(0, 8)}")}");
}
