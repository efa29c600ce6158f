using CognitoPools.Pools;

namespace CognitoPools.Audit;

/// <summary>The pools of a Region and the roles that they use.</summary>
/// <param name="Pools">The ids of the pools.</param>
/// <param name="Roles">The ARNs of the roles.</param>
internal sealed record AccountRegion(ISet<string> Pools, ISet<string> Roles)
{
    public static async Task<AccountRegion> ReadAsync(PoolRoleUses uses, string region, CancellationToken cancellationToken)
    {
        var listed = await uses.PoolsAsync(region, cancellationToken).ConfigureAwait(false);
        var used = await uses.InRegionAsync(region, cancellationToken).ConfigureAwait(false);
        return new AccountRegion(
            new HashSet<string>(listed.Select(pool => pool.IdentityPoolId), StringComparer.Ordinal),
            new HashSet<string>(used.Select(use => use.RoleArn), StringComparer.Ordinal));
    }
}
