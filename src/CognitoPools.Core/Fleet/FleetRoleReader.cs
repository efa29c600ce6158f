using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Fleet;

/// <summary>
/// Reads the roles of one pool after the other, for a command that gets pools from a pipeline. When they come from a
/// listing, the pools that the listing names next are read ahead: their roles, and the pools themselves where the
/// listing has ended. What was read ahead is used once and only while it is fresh; otherwise it is read anew.
/// </summary>
public sealed class FleetRoleReader : IDisposable
{
    private readonly AccountConnection connection;
    private readonly bool policies;
    private readonly Func<PoolRole, bool> wanted;
    private readonly ICallObserver? observer;
    private readonly CancellationTokenSource ended;
    private readonly CancellationToken stopped;
    private readonly PoolRoleReader roles;
    private readonly Dictionary<int, Ahead> ahead = [];
    private readonly ReadWindow window = new(0);
    private PoolFleet? fleet;
    private int last;

    /// <summary>A reader for one command.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="policies">Whether to read the permissions too.</param>
    /// <param name="wanted">Which roles.</param>
    /// <param name="observer">Who is told of the calls, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public FleetRoleReader(
        AccountConnection connection, bool policies, Func<PoolRole, bool> wanted, ICallObserver? observer,
        CancellationToken cancellationToken)
    {
        (this.connection, this.policies, this.wanted, this.observer) = (connection, policies, wanted, observer);
        ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stopped = ended.Token;
        roles = new PoolRoleReader(new SharedRoles(connection));
    }

    /// <summary>The account.</summary>
    public AccountConnection Connection => connection;

    /// <summary>Begins to read the roles of a pool, unless they were read ahead, and those of the pools that come next.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="given">The pool as the pipeline gave it; null when it gave only a name or an id.</param>
    /// <returns>The roles in their order, each with its own failure.</returns>
    public Task<IReadOnlyList<Task<PoolRole>>> Read(string identityPoolId, IdentityPool? given)
    {
        if (given is null || PoolFleet.PlaceOf(given) is not { } place || place.Fleet.Connection != connection)
        {
            Forget(null);
            return Begin(() => ReadPoolAsync(identityPoolId));
        }
        var isLive = place.Fleet.IsGiving(given);
        var reading = Next(place, isLive)
            ?? (isLive && place.Stamp.IsFresh(connection) && given.Unreadable.Count == 0
                ? Begin(() => Task.FromResult(given))
                : Begin(() => ReadPoolAsync(identityPoolId)));
        ReadOn(place.Index, isLive);
        return reading;
    }

    /// <summary>Stops what is read ahead.</summary>
    public void Dispose()
    {
        ended.Cancel();
        Forget(null);
        ended.Dispose();
    }

    /// <summary>What was read ahead of a pool, if it is there and fresh. Sets how much is read ahead from here.</summary>
    private Task<IReadOnlyList<Task<PoolRole>>>? Next(ListedPool place, bool isLive)
    {
        if (place.Fleet != fleet)
        {
            // One pool alone may be all that the command gets.
            Forget(place.Fleet);
            window.Reset(0);
        }
        else if (place.Index != last + 1)
        {
            // The pipeline leaves pools out or has another order: what would be read ahead may be read in vain.
            Forget(fleet);
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
            Forget(fleet);
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
                ahead[next] = new(Begin(() => ReadListedAsync(upcoming, place.IdentityPoolId)), place.Stamp, isLive, connection);
            else if (!isLive && place.WasGiven)
                ahead[next] = new(Begin(() => ReadPoolAsync(place.IdentityPoolId)), ReadStamp.Now(connection), isLive, connection);
            else
                return;
        }
    }

    private void Forget(PoolFleet? next)
    {
        ahead.Clear();
        fleet = next;
    }

    // On another thread: preparing a request takes the processor longer than anything else here.
    private Task<IReadOnlyList<Task<PoolRole>>> Begin(Func<Task<IdentityPool>> readAsync)
    {
        var reading = Task.Run(
            async () =>
            {
                // Until the last call of this flow, which ends later than this method.
                if (observer is not null)
                    CallObservation.Observe(observer);
                var pool = await readAsync().ConfigureAwait(false);
                var found = PoolRoleReader.RolesOf(pool).Where(wanted)
                    .Select(role => roles.ReadAsync(pool, role, policies, stopped))
                    .ToList();
                found.ForEach(OrderedReads.Observe);
                return (IReadOnlyList<Task<PoolRole>>)found;
            },
            stopped);
        OrderedReads.Observe(reading);
        return reading;
    }

    private Task<IdentityPool> ReadPoolAsync(string identityPoolId) => connection.PoolReads(PoolIds.Region(identityPoolId))
        .RunAsync(() => new PoolReader(connection).ReadAsync(identityPoolId, stopped), stopped);

    // A part that the listing could not read is a failure here, and reading it anew says which.
    private async Task<IdentityPool> ReadListedAsync(Task<IdentityPool?> upcoming, string identityPoolId) =>
        await upcoming.ConfigureAwait(false) is { Unreadable.Count: 0 } pool
            ? pool
            : await ReadPoolAsync(identityPoolId).ConfigureAwait(false);

    private sealed class Ahead
    {
        private long readyAt;

        public Ahead(Task<IReadOnlyList<Task<PoolRole>>> reading, ReadStamp stamp, bool isLive, AccountConnection connection)
        {
            (Reading, Stamp, IsLive) = (reading, stamp, isLive);
            _ = NoteAsync(connection);
        }

        public Task<IReadOnlyList<Task<PoolRole>>> Reading { get; }

        public ReadStamp Stamp { get; }

        /// <summary>Whether the pool itself was read by the listing, which must then be the one that gives it.</summary>
        public bool IsLive { get; }

        /// <summary>When everything was read; null while it is not.</summary>
        public long? ReadyAt => Volatile.Read(ref readyAt) is > 0 and var at ? at : null;

        private async Task NoteAsync(AccountConnection connection)
        {
            try
            {
                await Task.WhenAll(await Reading.ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Whoever takes the result learns of it.
            }
            finally
            {
                Volatile.Write(ref readyAt, Math.Max(1, connection.TimeProvider.GetTimestamp()));
            }
        }
    }
}
