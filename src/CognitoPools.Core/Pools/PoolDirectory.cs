using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.Pools;

/// <summary>One row of the list of pools.</summary>
/// <param name="IdentityPoolId">The pool's id.</param>
/// <param name="Name">The pool's name.</param>
public sealed record PoolListing(string IdentityPoolId, string Name);

/// <summary>The pools of one Region: their names and ids.</summary>
/// <param name="connection">The account.</param>
public sealed class PoolDirectory(AccountConnection connection)
{
    private const int PageSize = 60;

    /// <summary>Every pool, a page at a time.</summary>
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

    /// <summary>Every pool, for a caller who needs all names at once.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async Task<IReadOnlyList<PoolListing>> ReadAllAsync(string region, CancellationToken cancellationToken)
    {
        var pools = new List<PoolListing>();
        await foreach (var pool in ListAsync(region, cancellationToken).ConfigureAwait(false))
            pools.Add(pool);
        return pools;
    }

    /// <summary>The pools of exactly this name; names are not unique.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="name">The name, case-sensitive as the service keeps it.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async Task<IReadOnlyList<PoolListing>> FindAsync(string region, string name, CancellationToken cancellationToken) =>
        Named(await ReadAllAsync(region, cancellationToken).ConfigureAwait(false), name);

    /// <summary>Those of some pools that have exactly this name.</summary>
    /// <param name="pools">The pools.</param>
    /// <param name="name">The name, case-sensitive as the service keeps it.</param>
    public static IReadOnlyList<PoolListing> Named(IEnumerable<PoolListing> pools, string name) =>
        [.. pools.Where(pool => string.Equals(pool.Name, name, StringComparison.Ordinal))];
}
