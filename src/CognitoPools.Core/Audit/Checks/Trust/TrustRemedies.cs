using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The commands that repair roles and their trust policies.</summary>
internal static class TrustRemedies
{
    /// <summary>The quoted pool id for commands.</summary>
    public static string IdOf(AuditedPool pool) => Remedies.Quoted(pool.Pool.IdentityPoolId);

    /// <summary>The command that runs the plans for the findings of a check.</summary>
    public static string Plan(AuditedPool pool, string check) =>
        $"Test-CognitoIdentityPool {IdOf(pool)} -Id {check} -AsPlan | Invoke-PoolPlan";

    /// <summary>The command that creates and assigns a new role.</summary>
    public static string NewRole(AuditedPool pool, PoolIdentityType users) => $"Set-PoolRole {IdOf(pool)} {users} -CreateRole";

    /// <summary>The command that removes the guest role from the pool.</summary>
    public static string NoGuestRole(AuditedPool pool) => $"Set-PoolRole {IdOf(pool)} {PoolIdentityType.Guest} -None";

    /// <summary>The commands that replace a role that the pool cannot use: a new default role, and comments for other roles.</summary>
    public static string ReplaceRole(AuditedPool pool, AuditedRole role) => Remedies.Lines(
    [
        .. role.Uses.Select(use => use.Kind switch
        {
            RoleUseKind.Guest when !pool.Pool.GuestAccess => NoGuestRole(pool),
            RoleUseKind.Guest => NewRole(pool, PoolIdentityType.Guest),
            RoleUseKind.Authenticated => NewRole(pool, PoolIdentityType.Authenticated),
            RoleUseKind.Rule => Remedies.Comment(FormattableString.Invariant(
                $"Create a role with New-PoolRole {IdOf(pool)} Authenticated, and specify it in rule {use.Rule} of ")
                    + $"{use.Provider!.Name} with Set-PoolIdentityProvider."),
            _ => Remedies.Comment($"Assign another role to the group in user pool {use.Provider!.Name}."),
        }).Distinct(StringComparer.Ordinal),
    ]);

    /// <summary>The steps before a repair that would shut users of other pools out of the role.</summary>
    /// <param name="uses">Where other pools use the role.</param>
    /// <param name="role">The role's name.</param>
    /// <param name="repair">The last step.</param>
    public static string OwnRoles(IReadOnlyList<PoolRoleUse> uses, string role, string repair) => Remedies.Lines(
    [
        .. uses.Select(use => OwnRole(use, role)).Distinct(StringComparer.Ordinal).Select(Remedies.Comment),
        Remedies.Comment($"Then audit again. {repair}"),
    ]);

    private static string OwnRole(PoolRoleUse use, string role)
    {
        var pool = Remedies.Quoted(use.IdentityPoolId);
        var step = use.Use is nameof(IdentityPool.GuestRole) or nameof(IdentityPool.AuthenticatedRole)
            ? $"First create a separate role for that pool: Set-PoolRole {pool} {use.IdentityType} -CreateRole"
            : "First specify another role in that rule with Set-PoolIdentityProvider. To create the role: "
                + $"New-PoolRole {pool} {use.IdentityType}";
        return $"Identity pool {use.Name} ({use.IdentityPoolId}) also uses role {role} ({use.Use}). A repair would shut its users out. "
            + step;
    }

    /// <summary>A comment about the missing permissions of a new role, before the command that creates it.</summary>
    /// <param name="users">Who gets the role.</param>
    public static string NothingAllowedYet(PoolIdentityType users) => Remedies.Comment(
        $"{(users == PoolIdentityType.Guest ? "Guests" : "Users")} get a separate role. Until you add -PermissionsPolicy or set policies "
            + "later, they get credentials but no permissions.");

    /// <summary>The command and repair with -RepairTrust, or a comment with the reason why -RepairTrust would fail.</summary>
    /// <param name="trust">The role.</param>
    /// <param name="users">The types of users that the role must accept.</param>
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
                $"In IAM, add this statement to the trust policy of role {trust.Role.Name}: "
                    + TrustPolicy.ForPool(trust.Pool.Partition, [trust.PoolId], users).Statements[0].ToJson(indented: false));
    }
}
