using System.Runtime.CompilerServices;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Pools;

namespace CognitoPools.Fleet;

/// <summary>The pools of a Region, read side by side and given in the order of the list. Whoever gets one of them can
/// look up which pools come next.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">The Region.</param>
/// <param name="fits">Which names.</param>
/// <param name="keeps">Which pools, told by their settings and tags; null for all.</param>
/// <param name="reporter">Who is told how many pools are read, or null.</param>
public sealed class PoolFleet(
    AccountConnection connection, string region, Func<string, bool> fits, Func<IdentityPool, bool>? keeps = null, IReporter? reporter = null)
{
    // Weak keys: a pool that nobody holds any more is forgotten, and a listing with its last pool.
    private static readonly ConditionalWeakTable<IdentityPool, ListedPool> Places = new();

    private readonly List<ListedPool> places = [];
    private IdentityPool? given;

    /// <summary>The account.</summary>
    internal AccountConnection Connection => connection;

    /// <summary>What the caller may read of every pool whose name fits.</summary>
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

    /// <summary>Gives a pool to a pipeline. What the pipeline does with it meanwhile can tell that it was read just now.</summary>
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

    /// <summary>The place of a pool in the listing that it came from; null for any other.</summary>
    internal static ListedPool? PlaceOf(IdentityPool pool) => Places.TryGetValue(pool, out var place) ? place : null;

    /// <summary>Whether the listing gives this pool right now: whoever asks is in the same pipeline.</summary>
    internal bool IsGiving(IdentityPool pool) => ReferenceEquals(given, pool);

    /// <summary>The pool at a place, as far as the listing has come.</summary>
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
        // On another thread: preparing a request takes the processor longer than anything else here.
        var stamp = ReadStamp.Now(connection);
        var reading = Task.Run(() => ReadOrSkipAsync(place.IdentityPoolId, cancellationToken), cancellationToken);
        place.Begin(reading, stamp);
        return (place, await reading.ConfigureAwait(false));
    }

    // Somebody may delete a pool between the list and the read.
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
            // One call tells of most pools that they are not wanted.
            var settings = await reader.ReadAsync(identityPoolId, PoolParts.Settings, cancellationToken).ConfigureAwait(false);
            if (!keeps(settings))
                return null;
        }
        return await reader.ReadVisibleAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
    }
}
