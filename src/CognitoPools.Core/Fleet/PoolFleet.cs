using System.Runtime.CompilerServices;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Pools;

namespace CognitoPools.Fleet;

/// <summary>The pools of a Region, read in parallel and returned in the order of the list. From a pool, the next pools
/// of the listing can be found.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">The Region.</param>
/// <param name="fits">Selects pools by name.</param>
/// <param name="keeps">Selects pools by their settings and tags; null for all.</param>
/// <param name="reporter">Receives the number of pools that were read, or null.</param>
public sealed class PoolFleet(
    AccountConnection connection, string region, Func<string, bool> fits, Func<IdentityPool, bool>? keeps = null, IReporter? reporter = null)
{
    // Weak keys: an unused pool can be collected, and a listing with its last pool.
    private static readonly ConditionalWeakTable<IdentityPool, ListedPool> Places = new();

    private readonly List<ListedPool> places = [];
    private IdentityPool? given;

    /// <summary>The account.</summary>
    internal AccountConnection Connection => connection;

    /// <summary>Reads the parts that the caller can read of every pool whose name matches.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<IdentityPool> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var progress = reporter is null
            ? null
            : new CountProgress(reporter, $"Reading identity pools of {region}", "read", connection.TimeProvider);
        var count = 0;
        try
        {
            await foreach (var (place, pool) in ListAsync(cancellationToken)
                .ReadInOrderAsync(BeginAsync, connection.TimeProvider, cancellationToken)
                .ConfigureAwait(false))
            {
                place.Give();
                progress?.Show(++count, throttled: false);
                if (pool is null)
                    continue;
                Places.Add(pool, place);
                yield return pool;
            }
        }
        finally
        {
            progress?.End();
        }
    }

    /// <summary>Writes a pool to a pipeline. During this call, the commands of the pipeline can detect that the pool
    /// was just read.</summary>
    /// <param name="pool">One of the pools that were read.</param>
    /// <param name="write">Writes it.</param>
    public void Give(IdentityPool pool, Action<IdentityPool> write)
    {
        given = pool;
        try
        {
            write(pool);
        }
        finally
        {
            given = null;
        }
    }

    /// <summary>The position of a pool in its listing; null for any other pool.</summary>
    internal static ListedPool? PlaceOf(IdentityPool pool) => Places.TryGetValue(pool, out var place) ? place : null;

    /// <summary>Whether the listing is writing this pool, so that the caller is in the same pipeline.</summary>
    internal bool IsGiving(IdentityPool pool) => ReferenceEquals(given, pool);

    /// <summary>The pool at a position, if the listing has reached it.</summary>
    internal ListedPool? At(int index)
    {
        lock (places)
            return index < places.Count ? places[index] : null;
    }

    private async IAsyncEnumerable<ListedPool> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var pool in new PoolDirectory(connection).ListAsync(region, cancellationToken).ConfigureAwait(false))
        {
            if (!fits(pool.Name))
                continue;
            var place = new ListedPool(this, places.Count, pool.IdentityPoolId);
            lock (places)
                places.Add(place);
            yield return place;
        }
    }

    private async Task<(ListedPool Place, IdentityPool? Pool)> BeginAsync(ListedPool place, CancellationToken cancellationToken)
    {
        // On another thread: preparing a request requires more processor time than anything else here.
        var stamp = ReadStamp.Now(connection);
        var reading = Task.Run(() => ReadOrSkipAsync(place.IdentityPoolId, cancellationToken), cancellationToken);
        place.Begin(reading, stamp);
        return (place, await reading.ConfigureAwait(false));
    }

    // A pool can be deleted between the list and the read.
    private async Task<IdentityPool?> ReadOrSkipAsync(string identityPoolId, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.PoolReads(region)
                .RunAsync(() => ReadKeptAsync(identityPoolId, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    private async Task<IdentityPool?> ReadKeptAsync(string identityPoolId, CancellationToken cancellationToken)
    {
        var reader = new PoolReader(connection);
        if (keeps is not null)
        {
            // For most pools, one call shows that they are not selected.
            var settings = await reader.ReadAsync(identityPoolId, PoolParts.Settings, cancellationToken).ConfigureAwait(false);
            if (!keeps(settings))
                return null;
        }
        return await reader.ReadVisibleAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
    }
}
