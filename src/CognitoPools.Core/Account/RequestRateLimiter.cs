namespace CognitoPools.Account;

/// <summary>
/// Sends requests at an even rate. After idle time, the requests of up to one second can be sent at once, but later
/// ones then wait longer. No second has more requests than the rate, regardless of how the service counts seconds. A
/// throttled request halves the rate, which then grows by a twentieth of the set rate each second. Delays of a late
/// timer are compensated.
/// </summary>
/// <remarks>
/// System.Threading.RateLimiting does not support this: its token bucket uses the machine's Stopwatch instead of a
/// TimeProvider, its rate cannot be changed, and after a full bucket it sends twice its rate within a second.
/// </remarks>
internal sealed class RequestRateLimiter
{
    private const double Decrease = 0.5;
    private const double GrowthPerSecond = 0.05;
    private const double LeastShare = 0.05;

    private readonly object gate = new();
    private readonly LinkedList<TaskCompletionSource<RequestPermit>> waiting = new();
    private readonly TimeProvider time;
    private readonly long origin;
    private readonly ITimer timer;
    private double limit;
    private double rate;
    private double rateAt;
    private double loweredAt = double.NegativeInfinity;
    private double due;
    private int ahead;
    private long granted;

    /// <param name="rate">Requests a second, above zero.</param>
    /// <param name="time">The clock of the pace.</param>
    public RequestRateLimiter(double rate, TimeProvider time)
    {
        (limit, this.rate, this.time, origin) = (rate, rate, time, time.GetTimestamp());
        // As after a long idle time, so that the first requests do not wait.
        due = -1;
        timer = time.CreateTimer(
            static state => ((RequestRateLimiter)state!).Serve(),
            this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The set rate, in requests a second.</summary>
    public double Limit
    {
        get
        {
            lock (gate)
                return limit;
        }

        set
        {
            lock (gate)
            {
                Grow(Now);
                rate = rate < limit ? Math.Min(rate, value) : value;
                limit = value;
                Arm();
            }
        }
    }

    /// <summary>The current rate, in requests a second. It is below <see cref="Limit"/> for some time after a throttled
    /// request.</summary>
    public double Rate
    {
        get
        {
            lock (gate)
            {
                Grow(Now);
                return rate;
            }
        }
    }

    /// <summary>The number of waiting requests.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>The number of permits that were granted.</summary>
    public long Granted
    {
        get
        {
            lock (gate)
                return granted;
        }
    }

    private double Now => time.GetElapsedTime(origin).TotalSeconds;

    /// <summary>Reduces the rate because the service throttled a request. A request that was sent before the last
    /// reduction has no effect.</summary>
    /// <param name="permit">The permit of the throttled request.</param>
    public void Refused(RequestPermit permit)
    {
        lock (gate)
        {
            if (permit.At <= loweredAt)
                return;
            var now = Now;
            Grow(now);
            rate = Math.Max(rate * Decrease, limit * LeastShare);
            loweredAt = now;
            ahead = 0;
            due = Math.Max(due, now + 1 / rate);
            Arm();
        }
    }

    /// <summary>Waits until one request can be sent.</summary>
    /// <param name="cancellationToken">Leaves the queue.</param>
    public async ValueTask<RequestPermit> AcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<RequestPermit>> place;
        lock (gate)
        {
            if (waiting.Count == 0 && Take() is { } permit)
                return permit;
            place = waiting.AddLast(new TaskCompletionSource<RequestPermit>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (waiting.Count == 1)
                Arm();
        }

        using (cancellationToken.Register(() => GiveUp(place, cancellationToken)))
            return await place.Value.Task.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<RequestPermit>> place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (place.List is null)
                return;
            waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void Serve()
    {
        lock (gate)
        {
            while (waiting.First is { } first && Take() is { } permit)
            {
                waiting.RemoveFirst();
                first.Value.TrySetResult(permit);
            }

            Arm();
        }
    }

    private RequestPermit? Take()
    {
        var now = Now;
        Grow(now);
        if (now >= due)
        {
            var missed = (now - due) * rate;
            ahead = (int)Math.Max(0, Math.Min(Math.Floor(rate) - 1, Math.Floor(missed)));
            // Permits that a late timer missed are compensated. Permits that nobody requested are not, except for those
            // that can be sent at once.
            if (missed >= 1)
                due = now;
        }
        else if (ahead > 0)
        {
            ahead--;
        }
        else
        {
            return null;
        }
        due += 1 / rate;
        granted++;
        return new RequestPermit(now);
    }

    private void Grow(double now)
    {
        if (rate < limit)
            rate = Math.Min(limit, rate + (now - rateAt) * GrowthPerSecond * limit);
        rateAt = now;
    }

    private void Arm()
    {
        if (waiting.Count == 0)
            return;
        // Timers truncate to whole milliseconds and would repeatedly fire too early.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, due - Now) * 1000));
        timer.Change(ahead > 0 ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>The permission to send one request.</summary>
/// <param name="At">When it was granted, in seconds of the limiter's clock.</param>
internal readonly record struct RequestPermit(double At);
