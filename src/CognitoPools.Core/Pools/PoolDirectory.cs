using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.Pools;

/// <summary>An entry of the list of pools.</summary>
/// <param name="IdentityPoolId">The pool's id.</param>
/// <param name="Name">The pool's name.</param>
public sealed record PoolListing(string IdentityPoolId, string Name);

/// <summary>The pools of one Region: their names and ids.</summary>
/// <param name="connection">The account.</param>
public sealed class PoolDirectory(AccountConnection connection)
{
    private const int PageSize = 60;

    /// <summary>All pools, page by page.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<PoolListing> ListAsync(
        string region, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? token = null;
        do
        {
            var request = new ListIdentityPoolsRequest { MaxResults = PageSize, NextToken = token };
            var page = await connection.Cognito(region).ListIdentityPoolsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var pool in page.IdentityPools ?? [])
                yield return new PoolListing(pool.IdentityPoolId, pool.IdentityPoolName);
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>All pools, for a caller that needs all names at once.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async Task<IReadOnlyList<PoolListing>> ReadAllAsync(string region, CancellationToken cancellationToken)
    {
        var pools = new List<PoolListing>();
        await foreach (var pool in ListAsync(region, cancellationToken).ConfigureAwait(false))
            pools.Add(pool);
        return pools;
    }

    /// <summary>The pools with exactly this name. Names are not unique.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="name">The name, case-sensitive as the service keeps it.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async Task<IReadOnlyList<PoolListing>> FindAsync(string region, string name, CancellationToken cancellationToken) =>
        Named(await ReadAllAsync(region, cancellationToken).ConfigureAwait(false), name);

    /// <summary>Selects the pools with exactly this name.</summary>
    /// <param name="pools">The pools.</param>
    /// <param name="name">The name, case-sensitive as the service keeps it.</param>
    public static IReadOnlyList<PoolListing> Named(IEnumerable<PoolListing> pools, string name) =>
        [.. pools.Where(pool => string.Equals(pool.Name, name, StringComparison.Ordinal))];
}
