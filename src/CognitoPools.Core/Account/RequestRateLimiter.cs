namespace CognitoPools.Account;

/// <summary>
/// Lets requests out at an even pace. After idle time up to one second's requests may go at once, but they are paid
/// back: no second ever sees more than the rate, however the service counts its seconds. A refusal for the request rate
/// halves the pace, which then grows again, by a twentieth of the set rate each second. A permit that comes late
/// because a timer was late is made up for.
/// </summary>
/// <remarks>
/// System.Threading.RateLimiting has nothing for this: its token bucket reads the machine's Stopwatch and no
/// TimeProvider, its rate is fixed when it is made, and after a full bucket it lets out twice its rate within a second.
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
        // As if idle for long: the first requests do not wait.
        due = -1;
        timer = time.CreateTimer(
            static state => ((RequestRateLimiter)state!).Serve(),
            this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The rate that is set, in requests a second.</summary>
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

    /// <summary>The present pace, in requests a second: below <see cref="Limit"/> for a while after a refusal.</summary>
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

    /// <summary>How many requests wait.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>How many permits were given.</summary>
    public long Granted
    {
        get
        {
            lock (gate)
                return granted;
        }
    }

    private double Now => time.GetElapsedTime(origin).TotalSeconds;

    /// <summary>Slows down because the service refused a request for its rate. Refusals of requests that went out
    /// before the last slowing change nothing.</summary>
    /// <param name="permit">The permit that the refused request had.</param>
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

    /// <summary>Waits for leave to send one request.</summary>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
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
            // What one late timer missed is made up for; what nobody asked for is not, beyond what may go ahead.
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
        // Timers count whole milliseconds and cut off the rest, which would wake too early, again and again.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, due - Now) * 1000));
        timer.Change(ahead > 0 ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>Leave to send one request.</summary>
/// <param name="At">When it was given, in seconds of the limiter's clock.</param>
internal readonly record struct RequestPermit(double At);
