using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Caches the owner of a connection's credentials. Thread-safe.</summary>
/// <param name="ask">Calls STS in a Region.</param>
/// <param name="time">The clock of the waits.</param>
internal sealed class CallerLookup(Func<string, CancellationToken, Task<CallerIdentity>> ask, TimeProvider time)
{
    // How long to wait for STS if the answer is optional, from the time of the call.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // How long a failure is cached if the answer is optional.
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(5);

    private readonly object gate = new();
    private CallerIdentity? known;
    private Task<CallerIdentity?>? asking;
    private long askedAt;

    /// <summary>The caller, if it is known without a call.</summary>
    public CallerIdentity? Known => Volatile.Read(ref known);

    /// <summary>The caller; calls STS unless it is known.</summary>
    /// <param name="region">The Region to call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CallerIdentity> GetAsync(Func<string> region, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref known) is { } caller)
            return caller;
        caller = await ask(region(), cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref known, caller);
        return caller;
    }

    /// <summary>The caller, or null if it is not known soon. STS is called at once, and one call serves all who wait
    /// for it.</summary>
    /// <param name="region">The Region to call.</param>
    /// <param name="cancellationToken">Ends the waiting; the call continues for the others.</param>
    public async Task<CallerIdentity?> FindAsync(string region, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref known) is { } caller)
            return caller;
        var (answer, left) = Ask(region);
        if (!answer.IsCompleted && left > TimeSpan.Zero)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(answer, time.Delay(left, enough.Token)).ConfigureAwait(false);
            enough.Cancel();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return answer.IsCompleted ? await answer.ConfigureAwait(false) : null;
    }

    private (Task<CallerIdentity?> Answer, TimeSpan Left) Ask(string region)
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(askedAt);
            if (asking is null || asking.IsCompleted && elapsed > FailureLifetime)
            {
                (askedAt, elapsed) = (time.GetTimestamp(), TimeSpan.Zero);
                asking = Task.Run(() => AskOrGiveUpAsync(region));
            }

            return (asking, Patience - elapsed);
        }
    }

    private async Task<CallerIdentity?> AskOrGiveUpAsync(string region)
    {
        try
        {
            return await GetAsync(() => region, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or AccountException
            or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
