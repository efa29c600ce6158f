using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>What a user wants for one of the pool's two roles.</summary>
/// <param name="IdentityType">Whose role.</param>
/// <param name="Existing">An existing role's name or ARN, or null.</param>
/// <param name="Name">The name of the role to make; null: derived from the pool's name.</param>
/// <param name="PermissionsPolicy">The permissions of the role to make; null: the console's basic ones.</param>
/// <param name="Setting">The parameter that names an existing role.</param>
public sealed record RoleWish(PoolIdentityType IdentityType, string? Existing, string? Name, string? PermissionsPolicy, string Setting);

/// <summary>The role that a wish leads to.</summary>
/// <param name="Arn">Its ARN, or its placeholder.</param>
/// <param name="New">The role to make, or null when it is there.</param>
public sealed record PlannedRole(string Arn, NewRole? New);

/// <summary>Finds the role that a user wants, or plans to create it. A role that an earlier run created is found again.</summary>
/// <param name="connection">The account.</param>
/// <param name="trust">Sees that existing roles accept the pool, and gathers repairs and warnings.</param>
public sealed class RolePlanner(AccountConnection connection, RoleTrustPlanner trust)
{
    /// <summary>Reads only.</summary>
    /// <param name="wish">What the user said.</param>
    /// <param name="pool">The pool as it shall be, but for this role; its id is empty when it is still to be made.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The role is missing, refuses the pool, or its name is taken.</exception>
    public async Task<PlannedRole> PlanAsync(RoleWish wish, IdentityPool pool, CancellationToken cancellationToken)
    {
        var tags = wish.IdentityType == PoolIdentityType.Authenticated && pool.Providers.Any(provider => TaggedRoles.IsTagged(provider) && TaggedRoles.ReachesDefaultRole(provider));
        Task<string> Accept(string role) => trust.AcceptAsync(wish.Setting, role, wish.IdentityType, tags, cancellationToken);

        if (wish.Existing is not null) return new PlannedRole(await Accept(wish.Existing).ConfigureAwait(false), null);
        var id = pool.IdentityPoolId.Length > 0 ? pool.IdentityPoolId : null;
        var roles = new IamRoles(connection, pool.Region);
        if (id is not null && await FindAgainAsync(roles, wish, pool, cancellationToken).ConfigureAwait(false) is { } found) return new PlannedRole(await Accept(found.Arn).ConfigureAwait(false), null);

        var name = wish.Name ?? RoleNames.For(pool.Name, wish.IdentityType);
        if (wish.Name is not null && !RoleNames.IsName(name)) throw new InvalidSettingException(wish.Setting + "Name", name, "is no name that IAM takes for a role.", "A role's name has 1 to 64 letters, digits and the characters _ + = , . @ -");
        if (await roles.FindAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            if (wish.Name is not null) throw new InvalidSettingException(wish.Setting + "Name", name, "an IAM role of that name is there already.", $"Use it with -{wish.Setting} '{name}', or choose another name.");
            name = RoleNames.WithSuffix(name, id is null ? Placeholders.PoolUuidStart : PoolIds.Uuid(id).Substring(0, 8));
        }
        var made = new NewRole(wish.IdentityType, name, wish.PermissionsPolicy ?? RolePolicyTemplate.Basic.ToJson(), tags);
        return new PlannedRole(made.Arn, made);
    }

    private static async Task<PoolRoleFacts?> FindAgainAsync(IamRoles roles, RoleWish wish, IdentityPool pool, CancellationToken cancellationToken)
    {
        var made = await roles.MadeForAsync(pool.IdentityPoolId, cancellationToken).ConfigureAwait(false);
        return made.FirstOrDefault(role =>
            (wish.Name is null || string.Equals(role.Name, wish.Name, StringComparison.OrdinalIgnoreCase))
            && role.Explain(AwsPartition.FromRegion(pool.Region), pool.IdentityPoolId, wish.IdentityType, principalTags: false).Trusted);
    }
}
