using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Guests and users get the same role.</summary>
internal sealed class RoleSharedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleShared", "Guests and users share a role")
    {
        Condition = "The role of guests is also the role of authenticated users, by default, by a rule or by a group.",
        Severity = "High; Low where guest access is off.",
        Highest = PoolFindingSeverity.High,
        Why = "Guests get what users get, within the ceiling of guests, and in the basic flow without it.",
        Fix = "Give guests a role of their own.",
        NotWhen = "Two roles have the same permissions.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles,
    };

    /// <summary>The command that gives one kind of users a role of their own. The name keeps a shared role that the module made from
    /// being found again.</summary>
    public static string OwnRole(AuditedPool pool, PoolIdentityType users) => TrustRemedies.NewRole(pool, users) + " -RoleName "
        + Remedies.Quoted(RoleNames.WithSuffix(
            RoleNames.For(pool.Pool.Name, users), PoolIds.Uuid(pool.Pool.IdentityPoolId).Substring(0, 8)));

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        where role.IsOfGuests && role.IsOfUsers
        select new CheckResult(
            pool.Pool.GuestAccess ? PoolFindingSeverity.High : PoolFindingSeverity.Low, $"Role {role.Name}",
            $"GuestRole: {role.Arn}; also {string.Join(", ", role.Uses.Select(Shown).OfType<string>())}",
            pool.Pool.GuestAccess ? GuestsOwnRole(pool, role) : TrustRemedies.NoGuestRole(pool));

    private static string GuestsOwnRole(AuditedPool pool, AuditedRole shared) => Remedies.Lines(
        TrustRemedies.NothingAllowedYet(PoolIdentityType.Guest),
        Remedies.Comment($"Audit again afterwards: it shows what the trust policy of role {shared.Name} still admits."),
        OwnRole(pool, PoolIdentityType.Guest));

    private static string? Shown(RoleUse use) => use.Kind switch
    {
        RoleUseKind.Authenticated => "AuthenticatedRole",
        RoleUseKind.Rule => FormattableString.Invariant($"rule {use.Rule} of {use.Provider!.Name}"),
        RoleUseKind.Token => $"a group of {use.Provider!.Name}",
        _ => null,
    };
}
