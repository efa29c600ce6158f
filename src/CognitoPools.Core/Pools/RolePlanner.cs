using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools;

/// <summary>What a user said about one of the pool's two roles.</summary>
/// <param name="IdentityType">Whose role.</param>
/// <param name="Existing">An existing role's name or ARN, or null.</param>
/// <param name="Name">The name of the role to make; null: derived from the pool's name.</param>
/// <param name="PermissionsPolicy">The permissions of the role to make; null: the console's basic ones.</param>
/// <param name="Setting">The parameter that names an existing role.</param>
public sealed record RoleWish(PoolIdentityType IdentityType, string? Existing, string? Name, string? PermissionsPolicy, string Setting);

/// <summary>The role that a wish comes to.</summary>
/// <param name="Arn">Its ARN, or its placeholder.</param>
/// <param name="New">The role to make, or null.</param>
/// <param name="Warning">What the user should know, or null.</param>
public sealed record PlannedRole(string Arn, NewRole? New, string? Warning);

/// <summary>Turns what a user said about a role into an existing role or one to make. A role that an earlier run made is found again.</summary>
/// <param name="connection">The account.</param>
public sealed class RolePlanner(AccountConnection connection)
{
    /// <summary>Reads only.</summary>
    /// <param name="wish">What the user said.</param>
    /// <param name="pool">The pool; its id is empty when it is still to be made.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The role is missing, refuses the pool, or its name is taken.</exception>
    public async Task<PlannedRole> PlanAsync(RoleWish wish, IdentityPool pool, CancellationToken cancellationToken)
    {
        var id = pool.IdentityPoolId.Length > 0 ? pool.IdentityPoolId : null;
        if (wish.Existing is not null)
        {
            var check = await RoleCheck.RunAsync(connection, pool.Region, wish.Setting, wish.Existing, id, wish.IdentityType, cancellationToken).ConfigureAwait(false);
            return new PlannedRole(check.Arn, null, check.Warning);
        }
        var roles = new IamRoles(connection, pool.Region);
        if (id is not null && await FindAgainAsync(roles, wish, pool, cancellationToken).ConfigureAwait(false) is { } found) return new PlannedRole(found.Arn, null, null);

        var name = wish.Name ?? RoleNames.For(pool.Name, wish.IdentityType);
        if (await roles.FindAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            if (wish.Name is not null) throw new InvalidSettingException(wish.Setting + "Name", name, "an IAM role of that name is there already.", $"Use it with -{wish.Setting} '{name}', or choose another name.");
            name = RoleNames.WithSuffix(name, id is null ? PlanContext.PoolUuidStart : PoolIds.Uuid(id).Substring(0, 8));
        }
        var policy = wish.PermissionsPolicy ?? RolePolicyTemplate.Basic.ToJson();
        var made = new NewRole(wish.IdentityType, name, policy);
        return new PlannedRole(made.Arn, made, null);
    }

    private static async Task<PoolRoleFacts?> FindAgainAsync(IamRoles roles, RoleWish wish, IdentityPool pool, CancellationToken cancellationToken)
    {
        var made = await roles.MadeForAsync(pool.IdentityPoolId, cancellationToken).ConfigureAwait(false);
        return made.FirstOrDefault(role =>
            (wish.Name is null || string.Equals(role.Name, wish.Name, StringComparison.OrdinalIgnoreCase))
            && role.Trust.Explain(AwsPartition.FromRegion(pool.Region), pool.IdentityPoolId, wish.IdentityType).Trusted);
    }
}
