using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools;

/// <summary>Finds the roles that can be deleted: those that the module created for a pool and that nothing else uses.</summary>
/// <param name="connection">The account.</param>
public sealed class RemovableRoles(AccountConnection connection)
{
    // Shared, so that a removal of many pools reads the role uses of a Region once.
    private readonly PoolRoleUses uses = new(connection);

    /// <summary>The roles to delete, and the reason to keep each other role under the pool's path, a sentence each.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<(IReadOnlyList<PoolRoleFacts> Remove, IReadOnlyList<string> Kept)> FindAsync(
        string identityPoolId, CancellationToken cancellationToken)
    {
        var region = PoolIds.Region(identityPoolId);
        var roles = new IamRoles(connection, region);
        var remove = new List<PoolRoleFacts>();
        var kept = new List<string>();
        foreach (var role in await roles.UnderPathOfAsync(identityPoolId, cancellationToken).ConfigureAwait(false))
        {
            var reason = Reason(role, identityPoolId)
                ?? await UseAsync(region, role.Arn, identityPoolId, cancellationToken).ConfigureAwait(false);
            if (reason is null)
                remove.Add(await roles.WithPoliciesAsync(role, cancellationToken).ConfigureAwait(false));
            else
                kept.Add($"IAM role '{role.Name}' was not removed, because {reason}.");
        }
        return (remove, kept);
    }

    /// <summary>The pool that the module created a role for, and the reason to keep the role: the module did not create it,
    /// something else uses it, or a pool uses it. Null when there is none.</summary>
    /// <param name="role">An existing role.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<(string? IdentityPoolId, string? Reason)> JudgeAsync(
        PoolRoleFacts role, CancellationToken cancellationToken)
    {
        if (role.PoolTag is not { } pool || !PoolIds.LooksLikeId(pool) || !role.IsMadeFor(pool))
        {
            return (null, $"it was not created by this module: its path and its tag {IamRoles.PoolTag} do not both name an identity "
                + "pool");
        }
        return (pool, Reason(role, pool)
            ?? await UseAsync(PoolIds.Region(pool), role.Arn, except: null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The reason to keep a role regardless of its uses: the module did not create it, or its trust policy accepts others.</summary>
    /// <param name="role">The role, with its tags.</param>
    /// <param name="identityPoolId">The pool.</param>
    internal static string? Reason(PoolRoleFacts role, string identityPoolId)
    {
        if (!role.IsMadeFor(identityPoolId))
            return $"it does not have the tag {IamRoles.PoolTag} with the id of the pool, so it may belong to somebody else";
        if (role.Trust is not { } trust)
            return $"its trust policy could not be understood: {role.TrustProblem?.TrimEnd('.')}";
        var partition = AwsPartition.FromRegion(PoolIds.Region(identityPoolId));
        string[] others =
        [
            .. trust.AudiencePools(partition)
                .Where(pool => pool != identityPoolId)
                .Select(pool => pool == TrustPolicy.AnyPool ? "any identity pool" : pool),
            .. trust.Statements.Where(statement => statement.Allows)
                .SelectMany(statement => statement.NotPrincipals.Count > 0
                    ? [$"everybody except {string.Join(", ", statement.NotPrincipals)}"]
                    : statement.Principals
                        .Where(principal => principal != new TrustPrincipal(TrustPrincipal.Federated, partition.CognitoPrincipal))
                        .Select(principal => principal.ToString())),
        ];
        return others.Length == 0 ? null : $"it also trusts {string.Join(", ", others.Distinct(StringComparer.Ordinal))}";
    }

    private async Task<string?> UseAsync(
        string region, string role, string? except, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var pool in (await uses.InRegionAsync(region, cancellationToken).ConfigureAwait(false))
                .Where(use => use.RoleArn == role && use.IdentityPoolId != except)
                .Select(use => use.IdentityPoolId)
                .Distinct(StringComparer.Ordinal))
            {
                // An earlier record of the pipeline may have removed the role from the pool.
                if (await uses.IsUsedNowAsync(region, pool, role, cancellationToken).ConfigureAwait(false))
                    return $"identity pool {pool} uses it";
            }
            return null;
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            return $"its use by identity pools could not be checked: {exception.Message.TrimEnd('.')}";
        }
    }
}
