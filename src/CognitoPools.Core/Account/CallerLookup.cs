using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Remembers whom the credentials of a connection stand for. Thread-safe.</summary>
/// <param name="ask">Asks STS in a Region.</param>
/// <param name="time">The clock of the waits.</param>
internal sealed class CallerLookup(Func<string, CancellationToken, Task<CallerIdentity>> ask, TimeProvider time)
{
    // How long a reader that can do without waits for STS, counted from the question.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // How long a failure holds for those who can do without.
    private static readonly TimeSpan FailureHolds = TimeSpan.FromMinutes(5);

    private readonly object gate = new();
    private CallerIdentity? known;
    private Task<CallerIdentity?>? asking;
    private long askedAt;

    /// <summary>The caller, as far as it is known without asking.</summary>
    public CallerIdentity? Known => Volatile.Read(ref known);

    /// <summary>The caller; asks unless it is known.</summary>
    /// <param name="region">The Region to ask in.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<CallerIdentity> GetAsync(Func<string> region, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref known) is { } caller)
            return caller;
        caller = await ask(region(), cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref known, caller);
        return caller;
    }

    /// <summary>The caller, or null when it cannot be told soon. The question goes out at once, and one question serves
    /// all who ask meanwhile.</summary>
    /// <param name="region">The Region to ask in.</param>
    /// <param name="cancellationToken">Ends the waiting; the question goes on for the others.</param>
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
            if (asking is null || asking.IsCompleted && elapsed > FailureHolds)
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
