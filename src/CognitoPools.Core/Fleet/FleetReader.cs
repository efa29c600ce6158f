using CognitoPools.Account;

namespace CognitoPools.Fleet;

/// <summary>
/// Reads the data of one pool after another, for a command that gets pools from a listing or a pipeline. If the pools
/// come from a listing, the data of the next pools is read ahead, and also the pools themselves after the end of the
/// listing. Data that was read ahead is used once and only while it is fresh; otherwise it is read again.
/// </summary>
/// <typeparam name="T">The data of a pool.</typeparam>
public abstract class FleetReader<T> : IDisposable
{
    private readonly AccountConnection connection;
    private readonly ICallObserver? observer;
    private readonly CancellationTokenSource ended;
    private readonly Dictionary<int, Ahead> ahead = [];
    private readonly ReadWindow window = new(0);
    private PoolFleet? fleet;
    private int last;

    private protected FleetReader(AccountConnection connection, ICallObserver? observer, CancellationToken cancellationToken)
    {
        (this.connection, this.observer) = (connection, observer);
        ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Stopped = ended.Token;
    }

    /// <summary>Cancelled when the reader is disposed, and when the command is stopped.</summary>
    private protected CancellationToken Stopped { get; }

    /// <summary>The account.</summary>
    public AccountConnection Connection => connection;

    /// <summary>Begins to read the data of a pool, unless it was read ahead, and the data of the next pools.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="given">The pool from the pipeline; null if the pipeline contained only a name or an id.</param>
    public Task<T> Read(string identityPoolId, IdentityPool? given)
    {
        if (given is null || PoolFleet.PlaceOf(given) is not { } place || place.Fleet.Connection != connection)
        {
            Discard(null);
            return Begin(() => ReadPoolAsync(identityPoolId));
        }
        var isLive = place.Fleet.IsGiving(given);
        var reading = Next(place, isLive)
            ?? (isLive && place.Stamp.IsFresh(connection) && IsWhole(given)
                ? Begin(() => Task.FromResult(given))
                : Begin(() => ReadPoolAsync(identityPoolId)));
        ReadOn(place.Index, isLive);
        return reading;
    }

    /// <summary>Stops reading ahead.</summary>
    public void Dispose()
    {
        ended.Cancel();
        Discard(null);
        ended.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The data of a pool that was read ahead, if there is any and it is fresh. Also sets how much is read
    /// ahead.</summary>
    private Task<T>? Next(ListedPool place, bool isLive)
    {
        if (place.Fleet != fleet)
        {
            // The command may get only this pool.
            Discard(place.Fleet);
            window.Reset(0);
        }
        else if (place.Index != last + 1)
        {
            // The pipeline skips pools or has another order, so reading ahead may be useless.
            Discard(fleet);
            window.Reset(0);
        }
        else if (ahead.TryGetValue(place.Index, out var found))
        {
            ahead.Remove(place.Index);
            if (found.Stamp.IsFresh(connection) && found.IsLive == isLive)
            {
                window.Taken(found.ReadyAt is { } at ? connection.TimeProvider.GetElapsedTime(at) : null);
                last = place.Index;
                return found.Reading;
            }
            Discard(fleet);
            window.Reset(1);
        }
        else
        {
            window.Reset(1);
        }
        last = place.Index;
        return null;
    }

    private void ReadOn(int index, bool isLive)
    {
        for (var next = index + 1; next <= index + window.Size && fleet!.At(next) is { } place; next++)
        {
            if (ahead.ContainsKey(next))
                continue;
            if (isLive && place.Upcoming is { } upcoming)
                ahead[next] = new(Begin(() => ReadListedAsync(upcoming, place.IdentityPoolId)), place.Stamp, isLive, connection, WhenReadAsync);
            else if (!isLive && place.WasGiven)
                ahead[next] = new(Begin(() => ReadPoolAsync(place.IdentityPoolId)), ReadStamp.Now(connection), isLive, connection, WhenReadAsync);
            else
                return;
        }
    }

    private void Discard(PoolFleet? next)
    {
        ahead.Clear();
        fleet = next;
    }

    // On another thread: preparing a request requires more processor time than anything else here.
    private Task<T> Begin(Func<Task<IdentityPool>> readAsync)
    {
        var reading = Task.Run(
            async () =>
            {
                // Not disposed of: the calls of this flow end later than this method.
                if (observer is not null)
                    CallObservation.Observe(observer);
                return await ReadAsync(await readAsync().ConfigureAwait(false)).ConfigureAwait(false);
            },
            Stopped);
        OrderedReads.Observe(reading);
        return reading;
    }

    /// <summary>Reads the data of a pool.</summary>
    private protected abstract Task<T> ReadAsync(IdentityPool pool);

    /// <summary>Waits until all data of a pool was read.</summary>
    private protected virtual Task WhenReadAsync(T read) => Task.CompletedTask;

    /// <summary>Whether a pool that a listing read can be used as it is; otherwise it is read again.</summary>
    private protected abstract bool IsWhole(IdentityPool pool);

    /// <summary>Reads a pool itself.</summary>
    private protected abstract Task<IdentityPool> ReadOneAsync(string identityPoolId);

    private Task<IdentityPool> ReadPoolAsync(string identityPoolId) => connection.PoolReads(PoolIds.Region(identityPoolId))
        .RunAsync(() => ReadOneAsync(identityPoolId), Stopped);

    private async Task<IdentityPool> ReadListedAsync(Task<IdentityPool?> upcoming, string identityPoolId) =>
        await upcoming.ConfigureAwait(false) is { } pool && IsWhole(pool)
            ? pool
            : await ReadPoolAsync(identityPoolId).ConfigureAwait(false);

    private sealed class Ahead
    {
        private long readyAt;

        public Ahead(
            Task<T> reading, ReadStamp stamp, bool isLive, AccountConnection connection, Func<T, Task> whenReadAsync)
        {
            (Reading, Stamp, IsLive) = (reading, stamp, isLive);
            _ = NoteAsync(connection, whenReadAsync);
        }

        public Task<T> Reading { get; }

        public ReadStamp Stamp { get; }

        /// <summary>Whether the listing read the pool itself. The pool must then come from that listing.</summary>
        public bool IsLive { get; }

        /// <summary>When everything was read; null before that.</summary>
        public long? ReadyAt => Volatile.Read(ref readyAt) is > 0 and var at ? at : null;

        private async Task NoteAsync(AccountConnection connection, Func<T, Task> whenReadAsync)
        {
            try
            {
                await whenReadAsync(await Reading.ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The failure is in the result.
            }
            finally
            {
                Volatile.Write(ref readyAt, Math.Max(1, connection.TimeProvider.GetTimestamp()));
            }
        }
    }
}
