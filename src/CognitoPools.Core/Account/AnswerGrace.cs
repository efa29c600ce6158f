namespace CognitoPools.Account;

/// <summary>
/// Stops a change gracefully: nothing more is sent, but requests in progress have a few seconds to complete. Abandoning
/// a sent request at once would leave its outcome unknown, because the service may still execute it.
/// </summary>
internal static class AnswerGrace
{
    /// <summary>How long to wait for an answer after the stop.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Runs work whose calls stop gracefully.</summary>
    /// <param name="time">The clock of the wait.</param>
    /// <param name="stop">Cancelled when the user stops the command.</param>
    /// <param name="workAsync">The work; its token is cancelled when the wait is over.</param>
    public static async Task<T> RunAsync<T>(TimeProvider time, CancellationToken stop, Func<CancellationToken, Task<T>> workAsync)
    {
        using var giveUp = new CancellationTokenSource();
        using var wait = time.CreateTimer(_ => giveUp.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var stopped = stop.Register(() => wait.Change(Limit, Timeout.InfiniteTimeSpan));
        SendingStop.On(stop);
        return await workAsync(giveUp.Token).ConfigureAwait(false);
    }
}
