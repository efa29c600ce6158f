using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Removes parts of a statement from a role, or detaches the managed policy that contains them.</summary>
internal static class PolicyRepair
{
    /// <summary>The repair; null if it is not certain which policy contains the statement.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="role">The role.</param>
    /// <param name="parts">Parts of one statement.</param>
    public static PoolRepair? Of(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts)
    {
        var statement = parts[0].Statement;
        var policies = (role.Policies ?? []).Where(policy => policy.Label == statement.Policy && policy.Document is not null).ToList();
        if (policies.Count != 1)
            return null;
        var users = Users(pool, role);
        if (policies[0].Arn is { } arn)
            return Detach(pool, role, arn);
        var document = policies[0].Document!;
        var lost = string.Join(", ", parts.Select(part => part.Action).Distinct(StringComparer.Ordinal));
        return Edit(
            pool,
            new RoleEdit(role.Name, role.Arn)
            {
                Writes = [new RolePolicyWrite(policies[0].Name, document, StatementParts.Without(document, statement.Number, parts))],
            },
            $"{users} will lose the permission {lost} of {statement.Policy} of role {role.Name}. Applications that rely on it will stop working.");
    }

    /// <summary>The repair that detaches a managed policy.</summary>
    public static PoolRepair Detach(AuditedPool pool, AuditedRole role, string arn) => Edit(
        pool,
        new RoleEdit(role.Name, role.Arn) { Detach = [arn] },
        $"{Users(pool, role)} will lose everything that managed policy {arn} allows. Applications that rely on it will stop working.");

    /// <summary>The command that makes the repair.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="role">The role.</param>
    /// <param name="id">The check's id.</param>
    /// <param name="repair">The repair, or null.</param>
    public static string Remedy(AuditedPool pool, AuditedRole role, string id, PoolRepair? repair)
    {
        var poolId = Remedies.Quoted(pool.Pool.IdentityPoolId);
        if (repair is null)
        {
            return Remedies.Comment(
                $"Two policies of role {role.Name} have the same name. Remove the permission from the one that allows it.");
        }
        var edit = repair.Change.RoleEdits[0];
        var identityType = role.IsOfGuests ? "Guest" : role.IsDefaultOfUsers ? "Authenticated" : null;
        if (identityType is not null && edit.Detach.Count > 0)
            return $"Set-PoolRole {poolId} {identityType} -DetachPolicy {Remedies.Quoted(edit.Detach[0])}";
        // A command with the whole document would restore what the command of another finding removed from the same policy.
        return $"Test-CognitoIdentityPool {poolId} -Id {id} -AsPlan | Invoke-PoolPlan";
    }

    private static PoolRepair Edit(AuditedPool pool, RoleEdit edit, string warning) =>
        new(new PoolChange(pool.Pool, pool.Pool) { RoleEdits = [edit], Warnings = [warning] });

    private static string Users(AuditedPool pool, AuditedRole role) =>
        (role.IsOfGuests, role.IsOfUsers) switch
        {
            (true, true) => $"Guests and authenticated users of identity pool {pool.Pool.Name}",
            (true, false) => $"Guests of identity pool {pool.Pool.Name}",
            _ => $"Authenticated users of identity pool {pool.Pool.Name} with the role",
        };
}
