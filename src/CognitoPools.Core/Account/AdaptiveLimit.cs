namespace CognitoPools.Account;

/// <summary>
/// Limits how many reads of one service run in parallel. The limit grows with each success, and halves when the service
/// throttles a call; after that it grows slowly. A read that waits to be sent again keeps its place, so a service that
/// throttles gets fewer and fewer calls.
/// </summary>
/// <remarks>IAM and most operations of the identity pools have no published rates.</remarks>
internal sealed class AdaptiveLimit
{
    /// <summary>The highest limit: half of a connection's HTTP connections, which two services can share.</summary>
    public const int Most = 32;

    private const int Start = 8;

    private readonly object gate = new();
    private readonly LinkedList<TaskCompletionSource<long>> waiting = new();
    private double limit = Start;
    private bool wasRefused;
    private int running;
    private long entered;
    private long loweredAt;

    /// <summary>The current limit.</summary>
    public int Current
    {
        get
        {
            lock (gate)
                return (int)limit;
        }
    }

    /// <summary>Runs a read as soon as the limit allows it.</summary>
    /// <param name="readAsync">The read, with all its calls.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> readAsync, CancellationToken cancellationToken)
    {
        var watch = new Watch(this, await EnterAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            using var observation = CallObservation.Observe(watch);
            var result = await readAsync().ConfigureAwait(false);
            if (!watch.WasRefused)
                Grow();
            return result;
        }
        catch (Exception failure) when (watch.ReportFailure(failure))
        {
            throw;
        }
        finally
        {
            Leave();
        }
    }

    private async Task<long> EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<long>> place;
        lock (gate)
        {
            if (waiting.Count == 0 && running < (int)limit)
                return Take();
            place = waiting.AddLast(new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using (cancellationToken.Register(() => GiveUp(place, cancellationToken)))
            return await place.Value.Task.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<long>> place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (place.List is null)
                return;
            waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void Leave()
    {
        lock (gate)
        {
            running--;
            Serve();
        }
    }

    private void Grow()
    {
        lock (gate)
            limit = Math.Min(Most, limit + (wasRefused ? 1 / limit : 1));
    }

    // Reads that began before the limit was last reduced say nothing about the current limit.
    private void Refused(long turn)
    {
        lock (gate)
        {
            wasRefused = true;
            if (turn <= loweredAt)
                return;
            limit = Math.Max(1, limit / 2);
            loweredAt = entered;
        }
    }

    private void Serve()
    {
        while (waiting.First is { } first && running < (int)limit)
        {
            waiting.RemoveFirst();
            first.Value.TrySetResult(Take());
        }
    }

    private long Take()
    {
        running++;
        return ++entered;
    }

    private sealed class Watch(AdaptiveLimit limit, long turn) : ICallObserver
    {
        public bool WasRefused { get; private set; }

        public void Calling(AwsCall call)
        {
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay)
        {
            if (cause is not null)
                ReportFailure(cause);
        }

        /// <summary>Reports a failure. Always false, so that it can be used in an exception filter.</summary>
        public bool ReportFailure(Exception failure)
        {
            if (AwsErrors.IsThrottling(failure))
            {
                WasRefused = true;
                limit.Refused(turn);
            }
            return false;
        }
    }
}
