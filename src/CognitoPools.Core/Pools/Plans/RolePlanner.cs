using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>What a user wants for one of the pool's two roles.</summary>
/// <param name="IdentityType">Whose role.</param>
/// <param name="Setting">The parameter that names an existing role.</param>
public sealed record RoleWish(PoolIdentityType IdentityType, string Setting)
{
    /// <summary>An existing role's name or ARN, or null.</summary>
    public string? Existing { get; init; }

    /// <summary>The name of the role to create; null: derived from the pool's name.</summary>
    public string? Name { get; init; }

    /// <summary>What the role may do. A role that is created without a policy gets the console's basic one.</summary>
    public RolePermissionsWish Permissions { get; init; } = new(null, null, [], []);
}

/// <summary>The role that a wish leads to.</summary>
/// <param name="Arn">Its ARN, or its placeholder.</param>
/// <param name="New">The role to create, or null when it exists.</param>
/// <param name="Permissions">The change of what the role may do, or null.</param>
public sealed record PlannedRole(string Arn, NewRole? New, RoleEdit? Permissions);

/// <summary>Finds the role that a user wants, or plans to create it. A role that an earlier run created is found again.</summary>
/// <param name="connection">The account.</param>
/// <param name="trust">Sees that existing roles accept the pool, and gathers repairs and warnings.</param>
public sealed class RolePlanner(AccountConnection connection, RoleTrustPlanner trust)
{
    /// <summary>The role that the wish names, an earlier one of the pool, or a new one. Reads only.</summary>
    /// <param name="wish">What the user said.</param>
    /// <param name="pool">The pool as it shall be, but for this role; its id is empty when it is still to be created.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The role is missing, refuses the pool, or its name is taken; or its
    /// permissions cannot be as wanted.</exception>
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
                    wish.Setting + "Name", name, "an IAM role of that name is there already.",
                    $"Use it with -{wish.Setting} '{name}', or choose another name.");
            }
            name = RoleNames.WithSuffix(name, id is null ? Placeholders.PoolUuidStart : PoolIds.Uuid(id).Substring(0, 8));
        }
        return await CreateAsync(wish, name, CarryTags(wish, pool), null, pool, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A role of the wish's name that the module creates for the pool's users, whether the pool uses it yet or not: an
    /// earlier one, or a new one. Reads only.</summary>
    /// <param name="wish">What the user said, with a name.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="principalTags">Whether the sessions of the role may carry principal tags.</param>
    /// <param name="permissionsBoundary">The managed policy that bounds it, by name or ARN, or null.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The name is taken by another role, or the role is not as wanted and cannot be
    /// brought to it.</exception>
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
                wish.Setting, name, "an IAM role of that name is there already, and it was not created for this identity pool.",
                "Choose another name. Set-PoolRole -Role, or a rule, uses the role as it is.");
        }
        if (boundary is not null && found.PermissionsBoundary != boundary)
        {
            throw new InvalidSettingException(
                nameof(NewRole.PermissionsBoundary), permissionsBoundary,
                $"the role '{name}' is there already, with {found.PermissionsBoundary ?? "no permissions boundary"}.",
                $"aws iam put-role-permissions-boundary --role-name '{name}' --permissions-boundary {boundary} changes it.");
        }
        var arn = await trust.AcceptAsync(wish.Setting, name, wish.IdentityType, principalTags, cancellationToken)
            .ConfigureAwait(false);
        return await UseAsync(wish, arn, pool, complete: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The role that the pool keeps, with the permissions of the wish. Reads only.</summary>
    /// <param name="wish">What the user said.</param>
    /// <param name="arn">The role's ARN.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="complete">Whether a role of the module gets the permissions that an interrupted run did not write.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">The role is missing, or its permissions cannot be as wanted.</exception>
    public Task<PlannedRole> KeepAsync(
        RoleWish wish, string arn, IdentityPool pool, bool complete, CancellationToken cancellationToken)
    {
        WarnOfSharedData(wish);
        // The path is checked before any call, so that a role of the user's own costs none.
        return UseAsync(wish, arn, pool, complete && arn.Contains(PathOf(pool)), cancellationToken);
    }

    /// <summary>Checks that the role accepts the pool's users, or plans the repair of its trust policy.</summary>
    /// <param name="wish">What the user said.</param>
    /// <param name="role">The role's name or ARN.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The role's ARN.</returns>
    /// <exception cref="InvalidSettingException">There is no such role, or its trust policy refuses the pool.</exception>
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

    // Guests share public assets by design; every guest is a stranger anyway.
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
            setting, name, "is no name that IAM takes for a role.",
            "A role's name has 1 to 64 letters, digits and the characters _ + = , . @ -");
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
                    wish.Setting, arn, "its permissions cannot be changed from here.", role.NotRead!);
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

    // Completing is not what the user asked for, so a caller who may not read the policies goes on without.
    private async Task<bool> IsHalfMadeAsync(
        RolePermissionsPlanner planner, PoolRoleFacts role, CancellationToken cancellationToken)
    {
        try
        {
            return await planner.IsHalfMadeAsync(role, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            trust.Warn($"The policies of IAM role '{role.Name}' could not be read, so it is not known whether it has any: "
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
