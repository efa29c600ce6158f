using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>The request of a user for one of the two roles of a pool.</summary>
/// <param name="IdentityType">The type of users that the role is for.</param>
/// <param name="Setting">The parameter that names an existing role.</param>
public sealed record RoleWish(PoolIdentityType IdentityType, string Setting)
{
    /// <summary>The name or ARN of an existing role, or null.</summary>
    public string? Existing { get; init; }

    /// <summary>The name of the role to create; null to derive it from the name of the pool.</summary>
    public string? Name { get; init; }

    /// <summary>The permissions of the role. A new role without a policy gets the basic policy of the console.</summary>
    public RolePermissionsWish Permissions { get; init; } = new(null, null, [], []);
}

/// <summary>The role that results from a request.</summary>
/// <param name="Arn">The ARN of the role, or its placeholder.</param>
/// <param name="New">The role to create; null if the role exists.</param>
/// <param name="Permissions">The change of the permissions, or null.</param>
public sealed record PlannedRole(string Arn, NewRole? New, RoleEdit? Permissions);

/// <summary>Finds the requested role, or plans to create it. A role that an earlier run created is found again.</summary>
/// <param name="connection">The account.</param>
/// <param name="trust">Checks that existing roles trust the pool, and collects repairs and warnings.</param>
public sealed class RolePlanner(AccountConnection connection, RoleTrustPlanner trust)
{
    /// <summary>The role that the request names, an earlier role of the pool, or a new role. Reads only.</summary>
    /// <param name="wish">The request.</param>
    /// <param name="pool">The desired pool, except for this role. The id of a new pool is empty.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The role does not exist, does not trust the pool, its name is taken, or its
    /// permissions cannot be set as requested.</exception>
    public async Task<PlannedRole> PlanAsync(RoleWish wish, IdentityPool pool, CancellationToken cancellationToken)
    {
        WarnOfSharedData(wish);
        if (wish.Existing is not null)
        {
            var named = await AcceptAsync(wish, wish.Existing, pool, cancellationToken).ConfigureAwait(false);
            return await UseAsync(wish, named, pool, complete: false, cancellationToken).ConfigureAwait(false);
        }
        var id = pool.IdentityPoolId.Length > 0 ? pool.IdentityPoolId : null;
        var roles = new IamRoles(connection, pool.Region);
        if (id is not null && await FindAgainAsync(roles, wish, pool, cancellationToken).ConfigureAwait(false) is { } found)
        {
            var accepted = await AcceptAsync(wish, found.Arn, pool, cancellationToken).ConfigureAwait(false);
            return await UseAsync(wish, accepted, pool, complete: true, cancellationToken).ConfigureAwait(false);
        }
        var name = wish.Name ?? RoleNames.For(pool.Name, wish.IdentityType);
        if (wish.Name is not null)
            CheckName(wish.Setting + "Name", name);
        if (await roles.FindAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            if (wish.Name is not null)
            {
                throw new InvalidSettingException(
                    wish.Setting + "Name", name, "an IAM role of this name already exists.",
                    $"Use it with -{wish.Setting} '{name}', or specify another name.");
            }
            name = RoleNames.WithSuffix(name, id is null ? Placeholders.PoolUuidStart : PoolIds.Uuid(id).Substring(0, 8));
        }
        return await CreateAsync(wish, name, CarryTags(wish, pool), null, pool, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An earlier or a new role with the requested name that the module creates for the users of the pool, whether or
    /// not the pool uses it. Reads only.</summary>
    /// <param name="wish">The request, with a name.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="principalTags">Whether the sessions of the role can have principal tags.</param>
    /// <param name="permissionsBoundary">The name or ARN of the permissions boundary, or null.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">Another role has the name, or the existing role differs from the request and
    /// cannot be changed.</exception>
    public async Task<PlannedRole> PlanNamedAsync(
        RoleWish wish, IdentityPool pool, bool principalTags, string? permissionsBoundary, CancellationToken cancellationToken)
    {
        var name = wish.Name!;
        CheckName(wish.Setting, name);
        WarnOfSharedData(wish);
        var boundary = permissionsBoundary is null
            ? null
            : await new RolePolicies(connection, pool.Region)
                .FindManagedAsync(nameof(NewRole.PermissionsBoundary), permissionsBoundary, cancellationToken)
                .ConfigureAwait(false);
        var found = await new IamRoles(connection, pool.Region).FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (found is null)
            return await CreateAsync(wish, name, principalTags, boundary, pool, cancellationToken).ConfigureAwait(false);
        if (!found.IsMadeFor(pool.IdentityPoolId))
        {
            throw new InvalidSettingException(
                wish.Setting, name, "an IAM role of this name already exists, and it was not created for this identity pool.",
                "Specify another name. To use the existing role as it is, use Set-PoolRole -Role, or a rule.");
        }
        if (boundary is not null && found.PermissionsBoundary != boundary)
        {
            throw new InvalidSettingException(
                nameof(NewRole.PermissionsBoundary), permissionsBoundary,
                $"the role '{name}' already exists with {found.PermissionsBoundary ?? "no permissions boundary"}.",
                $"To change it, run aws iam put-role-permissions-boundary --role-name '{name}' --permissions-boundary {boundary}.");
        }
        var arn = await trust.AcceptAsync(wish.Setting, name, wish.IdentityType, principalTags, cancellationToken)
            .ConfigureAwait(false);
        return await UseAsync(wish, arn, pool, complete: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The role that the pool keeps, with the requested permissions. Reads only.</summary>
    /// <param name="wish">The request.</param>
    /// <param name="arn">The role's ARN.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="complete">Whether a role of the module gets permissions that an interrupted run did not write.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The role does not exist, or its permissions cannot be set as requested.</exception>
    public Task<PlannedRole> KeepAsync(
        RoleWish wish, string arn, IdentityPool pool, bool complete, CancellationToken cancellationToken)
    {
        WarnOfSharedData(wish);
        // The path is checked first, so that a role that the module did not create costs no call.
        return UseAsync(wish, arn, pool, complete && arn.Contains(PathOf(pool)), cancellationToken);
    }

    /// <summary>Checks that the role trusts the users of the pool, or plans the repair of its trust policy.</summary>
    /// <param name="wish">The request.</param>
    /// <param name="role">The name or ARN of the role.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The role's ARN.</returns>
    /// <exception cref="InvalidSettingException">The role does not exist, or its trust policy does not accept the pool.</exception>
    public Task<string> AcceptAsync(RoleWish wish, string role, IdentityPool pool, CancellationToken cancellationToken) =>
        trust.AcceptAsync(wish.Setting, role, wish.IdentityType, CarryTags(wish, pool), cancellationToken);

    private async Task<PlannedRole> CreateAsync(
        RoleWish wish, string name, bool principalTags, string? permissionsBoundary, IdentityPool pool,
        CancellationToken cancellationToken)
    {
        if (RoleNames.TooLongWarning(AwsPartition.FromRegion(pool.Region), name) is { } tooLong)
            trust.Warn(tooLong);
        var policy = wish.Permissions.Policy ?? RolePolicyTemplate.Basic.ToJson();
        var made = NewRole.ForPool(
            AwsPartition.FromRegion(pool.Region), wish.IdentityType, name, policy, principalTags) with
        {
            PermissionsBoundary = permissionsBoundary,
        };
        var attached = await new RolePermissionsPlanner(connection, pool.Region)
            .PlanAsync(made, wish.Permissions, cancellationToken)
            .ConfigureAwait(false);
        return new PlannedRole(made.Arn, made, attached);
    }

    // Not for guests, who share public data by design.
    private void WarnOfSharedData(RoleWish wish)
    {
        if (wish.IdentityType == PoolIdentityType.Authenticated
            && wish.Permissions.Policy is { } policy
            && SharedData.Warning(policy) is { } warning)
        {
            trust.Warn(warning);
        }
    }

    private static void CheckName(string setting, string name)
    {
        if (RoleNames.IsName(name))
            return;
        throw new InvalidSettingException(
            setting, name.Length == 0 ? null : name, "the name of a role must have 1 to 64 characters: letters, digits and _ + = , . @ - are valid.",
            "Specify another name.");
    }

    private async Task<PlannedRole> UseAsync(
        RoleWish wish, string arn, IdentityPool pool, bool complete, CancellationToken cancellationToken)
    {
        var permissions = wish.Permissions;
        if (permissions.IsEmpty && !complete)
            return new PlannedRole(arn, null, null);
        var role = await NamedRole.FindAsync(connection, pool.Region, wish.Setting, arn, cancellationToken).ConfigureAwait(false);
        if (role.Facts is not { } facts)
        {
            return permissions.IsEmpty
                ? new PlannedRole(arn, null, null)
                : throw new InvalidSettingException(
                    wish.Setting, arn, "the permissions of this role cannot be changed.", role.NotReadWithCure!);
        }
        var planner = new RolePermissionsPlanner(connection, pool.Region);
        if (complete
            && permissions.Policy is null
            && facts.IsMadeFor(pool.IdentityPoolId)
            && await IsHalfMadeAsync(planner, facts, cancellationToken).ConfigureAwait(false))
        {
            permissions = permissions with { Policy = RolePolicyTemplate.Basic.ToJson() };
        }
        var edit = await planner.PlanAsync(facts, permissions, cancellationToken).ConfigureAwait(false);
        return new PlannedRole(arn, null, edit);
    }

    // The user did not request these permissions, so the command continues if the caller cannot read the policies.
    private async Task<bool> IsHalfMadeAsync(
        RolePermissionsPlanner planner, PoolRoleFacts role, CancellationToken cancellationToken)
    {
        try
        {
            return await planner.IsHalfMadeAsync(role, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            trust.Warn($"The policies of IAM role '{role.Name}' could not be read, so it is unknown whether the role has any: "
                + exception.Message);
            return false;
        }
    }

    private static bool CarryTags(RoleWish wish, IdentityPool pool) =>
        wish.IdentityType == PoolIdentityType.Authenticated
            && pool.Providers.Any(provider => TaggedRoles.IsTagged(provider) && TaggedRoles.ReachesDefaultRole(provider));

    private static string PathOf(IdentityPool pool) => NewRole.Path(pool.Region, PoolIds.Uuid(pool.IdentityPoolId));

    private static async Task<PoolRoleFacts?> FindAgainAsync(
        IamRoles roles, RoleWish wish, IdentityPool pool, CancellationToken cancellationToken)
    {
        var set = wish.IdentityType == PoolIdentityType.Guest ? pool.GuestRole : pool.AuthenticatedRole;
        var made = await roles.MadeForAsync(pool.IdentityPoolId, cancellationToken).ConfigureAwait(false);
        return made.OrderByDescending(role => role.Arn == set).FirstOrDefault(role =>
            (wish.Name is null || string.Equals(role.Name, wish.Name, StringComparison.OrdinalIgnoreCase))
            && role.Explain(
                AwsPartition.FromRegion(pool.Region), pool.IdentityPoolId,
                wish.IdentityType, principalTags: false).Trust is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional);
    }
}
