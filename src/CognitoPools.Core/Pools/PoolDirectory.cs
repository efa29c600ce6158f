using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
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
    private const int ParallelReads = 4;

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

    /// <summary>The pools of exactly this name; names are not unique.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="name">The name, case-sensitive as the service keeps it.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async Task<IReadOnlyList<PoolListing>> FindAsync(string region, string name, CancellationToken cancellationToken)
    {
        var found = new List<PoolListing>();
        await foreach (var pool in ListAsync(region, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(pool.Name, name, StringComparison.Ordinal))
                found.Add(pool);
        }
        return found;
    }

    /// <summary>What the caller may read of every pool whose name matches, in the order of the list. A few pools are
    /// read in parallel.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="fits">Which names.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<IdentityPool> ReadAllAsync(
        string region, Func<string, bool> fits, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = new PoolReader(connection);
        var under = new Queue<Task<IdentityPool?>>();
        await foreach (var pool in ListAsync(region, cancellationToken).ConfigureAwait(false))
        {
            if (!fits(pool.Name))
                continue;
            under.Enqueue(ReadOrSkipAsync(reader, pool.IdentityPoolId, cancellationToken));
            if (under.Count >= ParallelReads && await under.Dequeue().ConfigureAwait(false) is { } read)
                yield return read;
        }
        while (under.Count > 0)
        {
            if (await under.Dequeue().ConfigureAwait(false) is { } read)
                yield return read;
        }
    }

    // Somebody may delete a pool between the list and the read.
    private static async Task<IdentityPool?> ReadOrSkipAsync(
        PoolReader reader, string identityPoolId, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadVisibleAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }
}
