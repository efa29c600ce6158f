using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The commands that repair roles and their trust policies.</summary>
internal static class TrustRemedies
{
    /// <summary>The pool's id as the commands have it.</summary>
    public static string IdOf(AuditedPool pool) => Remedies.Quoted(pool.Pool.IdentityPoolId);

    /// <summary>The command that runs the plans of a check's findings.</summary>
    public static string Plan(AuditedPool pool, string check) =>
        $"Test-CognitoIdentityPool {IdOf(pool)} -Id {check} -AsPlan | Invoke-PoolPlan";

    /// <summary>The command that gives the pool a new role.</summary>
    public static string NewRole(AuditedPool pool, PoolIdentityType users) => $"Set-PoolRole {IdOf(pool)} {users} -CreateRole";

    /// <summary>The command that takes the role of guests away.</summary>
    public static string NoGuestRole(AuditedPool pool) => $"Set-PoolRole {IdOf(pool)} {PoolIdentityType.Guest} -None";

    /// <summary>The commands that replace a role which the pool cannot use: for a default role a new one, for others a comment.</summary>
    public static string ReplaceRole(AuditedPool pool, AuditedRole role) => Remedies.Lines(
    [
        .. role.Uses.Select(use => use.Kind switch
        {
            RoleUseKind.Guest when !pool.Pool.GuestAccess => NoGuestRole(pool),
            RoleUseKind.Guest => NewRole(pool, PoolIdentityType.Guest),
            RoleUseKind.Authenticated => NewRole(pool, PoolIdentityType.Authenticated),
            RoleUseKind.Rule => Remedies.Comment(FormattableString.Invariant(
                $"Create a role with New-PoolRole {IdOf(pool)} Authenticated, and set it in rule {use.Rule} of ")
                    + $"{use.Provider!.Name} with Set-PoolIdentityProvider."),
            _ => Remedies.Comment($"Give the group in the user pool of {use.Provider!.Name} another role."),
        }).Distinct(StringComparer.Ordinal),
    ]);

    /// <summary>What to do before a repair that would take the role from users of other pools.</summary>
    /// <param name="uses">Where other pools use the role.</param>
    /// <param name="role">The role's name.</param>
    /// <param name="repair">What to do then.</param>
    public static string OwnRoles(IReadOnlyList<PoolRoleUse> uses, string role, string repair) => Remedies.Lines(
    [
        .. uses.Select(use => OwnRole(use, role)).Distinct(StringComparer.Ordinal).Select(Remedies.Comment),
        Remedies.Comment($"Then audit again. {repair}"),
    ]);

    private static string OwnRole(PoolRoleUse use, string role)
    {
        var pool = Remedies.Quoted(use.IdentityPoolId);
        var command = use.Use is nameof(IdentityPool.GuestRole) or nameof(IdentityPool.AuthenticatedRole)
            ? $"Set-PoolRole {pool} {use.IdentityType} -CreateRole"
            : $"New-PoolRole {pool} {use.IdentityType}, and name it in that rule with Set-PoolIdentityProvider";
        return $"Identity pool {use.Name} ({use.IdentityPoolId}) uses role {role} too ({use.Use}), and a repair would take it from its "
            + $"users. Give that pool a role of its own first: {command}";
    }

    /// <summary>What users lose by a new role, as a comment before the command that makes it.</summary>
    /// <param name="users">Who gets the role.</param>
    public static string NothingAllowedYet(PoolIdentityType users) => Remedies.Comment(
        $"{(users == PoolIdentityType.Guest ? "Guests" : "Users")} get a role of their own, which allows nothing but credentials until you "
            + "add -PermissionsPolicy or set policies later.");

    /// <summary>A finding that -RepairTrust removes, or a comment that says why it would be refused.</summary>
    /// <param name="trust">The role.</param>
    /// <param name="users">Whom it is to accept.</param>
    /// <param name="tags">Whether their sessions carry principal tags.</param>
    public static (string Remedy, PoolRepair? Repair) RepairTrust(
        JudgedTrust trust, IReadOnlyList<PoolIdentityType> users, bool tags = false)
    {
        var edit = new RoleTrustEdit(
            trust.Role.Facts!, trust.PoolId, trust.Pool.Pool.Region,
            [.. users.Select(type => (type, tags && type == PoolIdentityType.Authenticated))]);
        try
        {
            var repair = edit.Repair(trust.Policy);
            if (trust.Losing(repair.Policy) is { Count: > 0 } losing)
                return (OwnRoles(losing, trust.Role.Name, "The trust policy can then be repaired."), null);
            var change = new PoolChange(trust.Pool.Pool, trust.Pool.Pool) { TrustEdits = [edit], Warnings = repair.Warnings };
            return (Remedies.Lines([.. users.Select(type => RepairTrust(trust, type)).Distinct(StringComparer.Ordinal)]), new PoolRepair(change));
        }
        catch (InvalidSettingException refusal)
        {
            return (Remedies.Comment($"Role {trust.Role.Name}: {refusal.Rule} {refusal.Remedy}"), null);
        }
    }

    private static string RepairTrust(JudgedTrust trust, PoolIdentityType users)
    {
        var kinds = trust.Role.Uses.Select(use => use.Kind).ToList();
        var isDefault = kinds.Contains(users == PoolIdentityType.Guest ? RoleUseKind.Guest : RoleUseKind.Authenticated);
        if (isDefault)
            return $"Set-PoolRole {IdOf(trust.Pool)} {users} -RepairTrust";
        return kinds.Contains(RoleUseKind.Rule)
            ? $"Get-PoolRole {IdOf(trust.Pool)} {Remedies.Quoted(trust.Role.Name)} -IdentityType {users} | Set-PoolRole -RepairTrust"
            : Remedies.Comment(
                $"Add this statement to the trust policy of role {trust.Role.Name} in IAM: "
                    + TrustPolicy.ForPool(trust.Pool.Partition, [trust.PoolId], users).Statements[0].ToJson(indented: false));
    }
}
