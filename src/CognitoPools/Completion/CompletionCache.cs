using System.Runtime.CompilerServices;

namespace CognitoPools.Completion;

/// <summary>What completion has read from an account in the last seconds, so that the Tab key does not call for every
/// character typed. A reading goes on after the Tab key was answered, for the next one.</summary>
/// <param name="age">Tells how old a reading is.</param>
/// <param name="timer">Ends a reading that takes too long.</param>
internal sealed class CompletionCache(TimeProvider age, TimeProvider timer)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly ConditionalWeakTable<PoolAccount, CompletionCache> Caches = new();

    private readonly Dictionary<string, (DateTimeOffset Begun, Task Reading)> readings = new(StringComparer.Ordinal);

    /// <summary>The account's cache. A sandbox's clock, which can be set, also tells the age of what was read.</summary>
    public static CompletionCache Of(PoolAccount account) =>
        Caches.GetValue(
            account,
            static made => new CompletionCache(
                made.IsSandbox ? ClockOfSandbox(made) : made.Connection.TimeProvider, made.Connection.TimeProvider));

    // A separate method: compiling it loads the sandbox's assembly, which an AWS account does not need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TimeProvider ClockOfSandbox(PoolAccount account) => account.Sandbox!.Clock;

    /// <summary>The reading of that key: one of the last seconds, done or under way, else a new one.</summary>
    public Task<T> Get<T>(string key, Func<CancellationToken, Task<T>> read)
    {
        lock (readings)
        {
            var now = age.GetUtcNow();
            // A reading from the future means that the clock was set back, so it counts as expired.
            foreach (var old in readings.Where(reading => now - reading.Value.Begun >= Lifetime
                || now < reading.Value.Begun).Select(reading => reading.Key).ToList())
            {
                readings.Remove(old);
            }
            if (readings.TryGetValue(key, out var known))
                return (Task<T>)known.Reading;
            var begun = Task.Run(() => ReadAsync(read));
            readings[key] = (now, begun);
            return begun;
        }
    }

    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read)
    {
        using var limit = timer.CreateCancellationTokenSource(Longest);
        return await read(limit.Token).ConfigureAwait(false);
    }
}
