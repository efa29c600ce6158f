using System.Runtime.CompilerServices;
using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Caches the readings of a connection for some seconds, so that the Tab key does not cause a call for every character
/// typed. A reading that misses the deadline continues for the next press of the Tab key.</summary>
/// <param name="connection">The account. Readings are never shared with another account.</param>
internal sealed class CompletionCache(AccountConnection connection)
{
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(10);
    // Long enough for a list of thousands of pools.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    // A reading that took 3 seconds is kept for half a minute.
    private const int LifetimeOverCost = 10;

    private static readonly ConditionalWeakTable<AccountConnection, CompletionCache> Caches = new();

    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The cache of a connection.</summary>
    public static CompletionCache Of(AccountConnection connection) =>
        Caches.GetValue(connection, static made => new CompletionCache(made));

    /// <summary>The reading with that key: a recent one, complete or in progress, or a new one. A change through the connection
    /// invalidates all readings.</summary>
    /// <param name="key">Identifies the reading.</param>
    /// <param name="clock">Measures the age of a reading.</param>
    /// <param name="read">Reads, and reports each part.</param>
    public Reading<T> Get<T>(string key, TimeProvider clock, Func<Action<T>, CancellationToken, Task<T>> read)
    {
        lock (entries)
        {
            var now = clock.GetUtcNow();
            foreach (var old in entries.Where(entry => !IsFresh(entry.Value, now)).Select(entry => entry.Key).ToList())
                entries.Remove(old);
            if (entries.TryGetValue(key, out var known))
                return (Reading<T>)known.Reading;
            var entry = new Entry(now, connection.Changes);
            var reading = new Reading<T>(found => ReadAsync(entry, clock, token => read(found, token)));
            entry.Reading = reading;
            entries[key] = entry;
            return reading;
        }
    }

    // A reading from the future means that the clock was set back, so it counts as expired.
    private bool IsFresh(Entry entry, DateTimeOffset now) =>
        entry.Changes == connection.Changes
            && now >= entry.Begun
            && (entry.EndedAt is not { } ended
                || now - ended < Longer(ShortestLifetime, TimeSpan.FromTicks((ended - entry.Begun).Ticks * LifetimeOverCost)));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task<T> ReadAsync<T>(Entry entry, TimeProvider clock, Func<CancellationToken, Task<T>> read)
    {
        using var limit = connection.TimeProvider.CreateCancellationTokenSource(Longest);
        try
        {
            return await read(limit.Token).ConfigureAwait(false);
        }
        finally
        {
            var ended = clock.GetUtcNow();
            lock (entries)
                entry.EndedAt = ended;
        }
    }

    private sealed class Entry(DateTimeOffset begun, long changes)
    {
        public DateTimeOffset Begun => begun;

        public long Changes => changes;

        public DateTimeOffset? EndedAt { get; set; }

        public Reading Reading { get; set; } = null!;
    }
}
