using System.Threading.RateLimiting;

namespace CognitoPools.Account;

/// <summary>
/// Lets requests out at an even pace. After idle time up to one second's requests may go at once, but they are paid back: no second ever sees more
/// than the rate, however the service counts its seconds. A refusal for the request rate halves the pace, which then grows again, by a
/// twentieth of the set rate each second. A permit that comes late because a timer was late is made up for.
/// </summary>
/// <remarks>
/// The package's TokenBucketRateLimiter is not used: it reads the machine's Stopwatch and no TimeProvider, its rate is fixed when it is made, and after a full
/// bucket it lets out twice its rate within a second.
/// </remarks>
internal sealed class RequestRateLimiter : RateLimiter
{
    private const double Decrease = 0.5;
    private const double GrowthPerSecond = 0.05;
    private const double LeastShare = 0.05;

    private readonly object _gate = new();
    private readonly LinkedList<TaskCompletionSource<RateLimitLease>> _waiting = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;
    private double _limit;
    private double _rate;
    private double _rateAt;
    private double _loweredAt = double.NegativeInfinity;
    private double _due;
    private int _ahead;
    private double _lastUsed;
    private long _granted;
    private long _refused;
    private bool _disposed;

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

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0 ? null : TimeSpan.FromSeconds(Now - _lastUsed);
        }
    }

    private double Now => _time.GetElapsedTime(_origin).TotalSeconds;

    /// <summary>Slows down because the service refused a request for its rate. Refusals of requests that went out before the last slowing change nothing.</summary>
    /// <param name="permit">The permit that the refused request had.</param>
    public void Refused(RateLimitLease permit)
    {
        lock (_gate)
        {
            if (permit is not Permit { At: var at } || at <= _loweredAt)
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

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics()
    {
        lock (_gate)
        {
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _waiting.Count == 0 && Now >= _due ? 1 + _ahead : _ahead,
                CurrentQueuedCount = _waiting.Count,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        CheckOne(permitCount);
        lock (_gate)
        {
            if (!_disposed && _waiting.Count == 0 && Take() is { } permit)
                return permit;
            _refused++;
            return Permit.None;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        CheckOne(permitCount);
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<RateLimitLease>> place;
        lock (_gate)
        {
            if (_disposed)
                throw new ObjectDisposedException(nameof(RequestRateLimiter));
            if (_waiting.Count == 0 && Take() is { } permit)
                return permit;
            place = _waiting.AddLast(new TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
                Arm();
        }

        using (cancellationToken.Register(() => GiveUp(place, cancellationToken)))
            return await place.Value.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        lock (_gate)
        {
            _disposed = true;
            _timer.Dispose();
            foreach (var waiter in _waiting)
                waiter.TrySetResult(Permit.None);
            _waiting.Clear();
        }
    }

    private static void CheckOne(int permitCount)
    {
        if (permitCount != 1)
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "A request takes one permit.");
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<RateLimitLease>> place, CancellationToken cancellationToken)
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
            while (!_disposed && _waiting.First is { } first && Take() is { } permit)
            {
                _waiting.RemoveFirst();
                first.Value.TrySetResult(permit);
            }

            Arm();
        }
    }

    private Permit? Take()
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
        _lastUsed = now;
        _granted++;
        return new Permit(now);
    }

    private void Grow(double now)
    {
        if (_rate < _limit)
            _rate = Math.Min(_limit, _rate + (now - _rateAt) * GrowthPerSecond * _limit);
        _rateAt = now;
    }

    private void Arm()
    {
        if (_disposed || _waiting.Count == 0)
            return;
        // Timers count whole milliseconds and cut off the rest, which would wake too early, again and again.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, _due - Now) * 1000));
        _timer.Change(_ahead > 0 ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }

    private sealed class Permit(double? at) : RateLimitLease
    {
        public static Permit None { get; } = new(null);

        public double At => at ?? double.NegativeInfinity;

        public override bool IsAcquired => at is not null;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
