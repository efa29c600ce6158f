using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools;

/// <summary>Tells which roles may be deleted: those that the module created for a pool and that serve nobody else.</summary>
/// <param name="connection">The account.</param>
public sealed class RemovableRoles(AccountConnection connection)
{
    // A removal of many pools reads the roles of the Region's pools once.
    private readonly PoolRoleUses uses = new(connection);

    /// <summary>The roles to delete, and why others under the pool's path stay, a sentence each.</summary>
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
                kept.Add($"IAM role '{role.Name}' stays, because {reason}.");
        }
        return (remove, kept);
    }

    /// <summary>The pool that the module created a role for, and why the role must stay: it is not the module's, serves
    /// somebody else, or a pool uses it. Null when nothing keeps it.</summary>
    /// <param name="role">An existing role.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<(string? IdentityPoolId, string? Reason)> JudgeAsync(
        PoolRoleFacts role, CancellationToken cancellationToken)
    {
        if (role.PoolTag is not { } pool || !PoolIds.LooksLikeId(pool) || !role.IsMadeFor(pool))
        {
            return (null, $"it was not created by this module: its path and its tag {IamRoles.PoolTag} do not name an identity "
                + "pool both");
        }
        return (pool, Reason(role, pool)
            ?? await UseAsync(PoolIds.Region(pool), role.Arn, except: null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Why a role must stay, whatever uses it: it is not the module's, or its trust policy admits somebody else.</summary>
    /// <param name="role">The role, with its tags.</param>
    /// <param name="identityPoolId">The pool.</param>
    internal static string? Reason(PoolRoleFacts role, string identityPoolId)
    {
        if (!role.IsMadeFor(identityPoolId))
            return $"it lacks the tag {IamRoles.PoolTag} with the pool's id, so it may be somebody else's";
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
                    ? [$"everybody but {string.Join(", ", statement.NotPrincipals)}"]
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
                // An earlier record of the pipeline may have taken the role away since.
                if (await uses.IsUsedNowAsync(region, pool, role, cancellationToken).ConfigureAwait(false))
                    return $"identity pool {pool} uses it";
            }
            return null;
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            return $"it could not be seen whether an identity pool uses it: {exception.Message.TrimEnd('.')}";
        }
    }
}
