namespace CognitoPools.Account;

/// <summary>
/// Lets requests out at an even pace. After idle time up to one second's requests may go at once, but they are paid back: no second ever sees more
/// than the rate, however the service counts its seconds. A refusal for the request rate halves the pace, which then grows again, by a
/// twentieth of the set rate each second. A permit that comes late because a timer was late is made up for.
/// </summary>
/// <remarks>
/// System.Threading.RateLimiting has nothing for this: its token bucket reads the machine's Stopwatch and no TimeProvider, its rate is fixed when it is
/// made, and after a full bucket it lets out twice its rate within a second.
/// </remarks>
internal sealed class RequestRateLimiter
{
    private const double Decrease = 0.5;
    private const double GrowthPerSecond = 0.05;
    private const double LeastShare = 0.05;

    private readonly object _gate = new();
    private readonly LinkedList<TaskCompletionSource<RequestPermit>> _waiting = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;
    private double _limit;
    private double _rate;
    private double _rateAt;
    private double _loweredAt = double.NegativeInfinity;
    private double _due;
    private int _ahead;
    private long _granted;

    /// <param name="rate">Requests a second, above zero.</param>
    /// <param name="time">The clock of the pace.</param>
    public RequestRateLimiter(double rate, TimeProvider time)
    {
        (_limit, _rate, _time, _origin) = (rate, rate, time, time.GetTimestamp());
        // As if idle for long: the first requests do not wait.
        _due = -1;
        _timer = time.CreateTimer(static state => ((RequestRateLimiter)state!).Serve(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The rate that is set, in requests a second.</summary>
    public double Limit
    {
        get
        {
            lock (_gate)
                return _limit;
        }

        set
        {
            lock (_gate)
            {
                Grow(Now);
                _rate = _rate < _limit ? Math.Min(_rate, value) : value;
                _limit = value;
                Arm();
            }
        }
    }

    /// <summary>The present pace, in requests a second: below <see cref="Limit"/> for a while after a refusal.</summary>
    public double Rate
    {
        get
        {
            lock (_gate)
            {
                Grow(Now);
                return _rate;
            }
        }
    }

    /// <summary>How many requests wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>How many permits were given.</summary>
    public long Granted
    {
        get
        {
            lock (_gate)
                return _granted;
        }
    }

    private double Now => _time.GetElapsedTime(_origin).TotalSeconds;

    /// <summary>Slows down because the service refused a request for its rate. Refusals of requests that went out before the last slowing
    /// change nothing.</summary>
    /// <param name="permit">The permit that the refused request had.</param>
    public void Refused(RequestPermit permit)
    {
        lock (_gate)
        {
            if (permit.At <= _loweredAt)
                return;
            var now = Now;
            Grow(now);
            _rate = Math.Max(_rate * Decrease, _limit * LeastShare);
            _loweredAt = now;
            _ahead = 0;
            _due = Math.Max(_due, now + 1 / _rate);
            Arm();
        }
    }

    /// <summary>Waits for leave to send one request.</summary>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    public async ValueTask<RequestPermit> AcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<RequestPermit>> place;
        lock (_gate)
        {
            if (_waiting.Count == 0 && Take() is { } permit)
                return permit;
            place = _waiting.AddLast(new TaskCompletionSource<RequestPermit>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
                Arm();
        }

        using (cancellationToken.Register(() => GiveUp(place, cancellationToken)))
            return await place.Value.Task.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<RequestPermit>> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void Serve()
    {
        lock (_gate)
        {
            while (_waiting.First is { } first && Take() is { } permit)
            {
                _waiting.RemoveFirst();
                first.Value.TrySetResult(permit);
            }

            Arm();
        }
    }

    private RequestPermit? Take()
    {
        var now = Now;
        Grow(now);
        if (now >= _due)
        {
            var missed = (now - _due) * _rate;
            _ahead = (int)Math.Max(0, Math.Min(Math.Floor(_rate) - 1, Math.Floor(missed)));
            // What one late timer missed is made up for; what nobody asked for is not, beyond what may go ahead.
            if (missed >= 1)
                _due = now;
        }
        else if (_ahead > 0)
            _ahead--;
        else
            return null;
        _due += 1 / _rate;
        _granted++;
        return new RequestPermit(now);
    }

    private void Grow(double now)
    {
        if (_rate < _limit)
            _rate = Math.Min(_limit, _rate + (now - _rateAt) * GrowthPerSecond * _limit);
        _rateAt = now;
    }

    private void Arm()
    {
        if (_waiting.Count == 0)
            return;
        // Timers count whole milliseconds and cut off the rest, which would wake too early, again and again.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, _due - Now) * 1000));
        _timer.Change(_ahead > 0 ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>Leave to send one request.</summary>
/// <param name="At">When it was given, in seconds of the limiter's clock.</param>
internal readonly record struct RequestPermit(double At);
