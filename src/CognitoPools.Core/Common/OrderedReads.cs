using System.Runtime.CompilerServices;

namespace CognitoPools;

/// <summary>Reads the items of a sequence concurrently and returns the results in the order of the sequence.</summary>
internal static class OrderedReads
{
    // A pipeline that needs only one result reads this many.
    private const int FirstReads = 4;

    /// <summary>The results, each as soon as it and those before it are read. At most <see cref="ReadWindow.Most"/>
    /// reads are ahead; they begin only while the caller waits for the next result.</summary>
    /// <param name="items">The items, such as the rows of a list that arrives in pages.</param>
    /// <param name="readAsync">Begins to read an item, and returns soon. A failure ends the sequence at that item.</param>
    /// <param name="time">The clock that measures the age of results.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public static async IAsyncEnumerable<TResult> ReadInOrderAsync<T, TResult>(
        this IAsyncEnumerable<T> items, Func<T, CancellationToken, Task<TResult>> readAsync, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = items.GetAsyncEnumerator(ended.Token);
        var window = new ReadWindow(FirstReads);
        var pending = new Queue<Task<(TResult Result, long ReadyAt)>>();
        Task<bool>? moving = null;
        var (isFirst, waits) = (true, false);
        try
        {
            while (true)
            {
                while (source is not null && pending.Count < window.Size)
                {
                    moving ??= source.MoveNextAsync().AsTask();
                    var hasFailed = moving.IsFaulted || moving.IsCanceled;
                    // Results that were read before the list failed are still returned.
                    if (pending.Count > 0 && (hasFailed || !moving.IsCompleted))
                        break;
                    var hasItem = await moving.ConfigureAwait(false);
                    moving = null;
                    if (hasItem)
                    {
                        var item = source.Current;
                        pending.Enqueue(TimedAsync(readAsync(item, ended.Token), time));
                        continue;
                    }
                    await source.DisposeAsync().ConfigureAwait(false);
                    source = null;
                }
                if (pending.Count == 0)
                    yield break;
                var next = pending.Peek();
                waits |= !next.IsCompleted;
                if (!next.IsCompleted && moving is { IsCompleted: false })
                {
                    await Task.WhenAny(next, moving).ConfigureAwait(false);
                    continue;
                }
                var (result, readyAt) = await next.ConfigureAwait(false);
                _ = pending.Dequeue();
                if (!isFirst)
                    window.Taken(waits ? null : time.GetElapsedTime(readyAt));
                (isFirst, waits) = (false, false);
                yield return result;
            }
        }
        finally
        {
            ended.Cancel();
            foreach (var abandoned in pending)
                Observe(abandoned);
            if (moving is not null)
                Observe(moving);
            else if (source is not null)
                await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<(TResult Result, long ReadyAt)> TimedAsync<TResult>(Task<TResult> reading, TimeProvider time) =>
        (await reading.ConfigureAwait(false), time.GetTimestamp());

    /// <summary>Observes the failure of a task that nothing awaits, which the runtime would report otherwise.</summary>
    internal static void Observe(Task task) => _ = task.ContinueWith(
        static failed => failed.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
