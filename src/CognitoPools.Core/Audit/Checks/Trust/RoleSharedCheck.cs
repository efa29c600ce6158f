using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Guests and users share a role.</summary>
internal sealed class RoleSharedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleShared", "Guests and users share a role")
    {
        Condition = "The guest role is also a role for authenticated users, by default, by a rule or by a group.",
        Severity = "High; Low if guest access is off.",
        Highest = PoolFindingSeverity.High,
        Why = "Guests get the same permissions as users. Cognito limits what guests can do in the enhanced flow, but "
            + "not in the basic flow.",
        Fix = "Use a separate role for guests.",
        NotWhen = "Guests and users have separate roles, even with the same permissions.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles,
    };

    /// <summary>The command that creates a separate role for one type of user. With its role name, the command does not reuse a
    /// shared role that the module created.</summary>
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
        Remedies.Comment($"Then audit again, to see who else the trust policy of role {shared.Name} still accepts."),
        OwnRole(pool, PoolIdentityType.Guest));

    private static string? Shown(RoleUse use) => use.Kind switch
    {
        RoleUseKind.Authenticated => "AuthenticatedRole",
        RoleUseKind.Rule => FormattableString.Invariant($"rule {use.Rule} of {use.Provider!.Name}"),
        RoleUseKind.Token => $"a group of {use.Provider!.Name}",
        _ => null,
    };
}
