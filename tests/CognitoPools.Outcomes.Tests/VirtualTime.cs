using System.Diagnostics;

namespace CognitoPools.Outcomes.Tests;

/// <summary>
/// A clock that jumps to its next timer as soon as nothing happens any more, so that minutes of waits pass in
/// milliseconds. While nothing hangs on purpose, a time limit strikes only on the way to a wait's end: work that is merely
/// slow, on a busy machine, must not look like a server that hangs.
/// </summary>
internal sealed class VirtualTime : TimeProvider, IDisposable
{
    private static readonly TimeSpan QuietBeforeWaitEnds = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan QuietBeforeLimitStrikes = TimeSpan.FromMilliseconds(50);

    private readonly object gate = new();
    private readonly List<Timer> timers = [];
    private readonly Thread thread;
    private long now = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero).UtcTicks;
    private long lastActivity = Stopwatch.GetTimestamp();
    private bool isDisposed;

    public VirtualTime()
    {
        thread = new Thread(Advance) { IsBackground = true, Name = "Virtual time" };
        thread.Start();
    }

    /// <summary>Whether a call may hang, so that time passes also when nothing but time limits is left to wait for.</summary>
    public bool IsAnythingHanging { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            Monitor.PulseAll(gate);
        }
        thread.Join();
    }

    private void Advance()
    {
        while (Next() is { } timer)
            timer.Fire();
    }

    private Timer? Next()
    {
        lock (gate)
        {
            while (!isDisposed)
            {
                var isWaited = timers.Exists(timer => !timer.IsLimit);
                if (timers.MinBy(timer => timer.Due) is not { } next || (!isWaited && !IsAnythingHanging))
                {
                    Monitor.Wait(gate);
                    continue;
                }
                var missing = (isWaited ? QuietBeforeWaitEnds : QuietBeforeLimitStrikes)
                    - Stopwatch.GetElapsedTime(lastActivity);
                if (missing > TimeSpan.Zero)
                {
                    Monitor.Wait(gate, missing < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : missing);
                    continue;
                }
                timers.Remove(next);
                now = Math.Max(now, next.Due);
                lastActivity = Stopwatch.GetTimestamp();
                return next;
            }
            return null;
        }
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public long Due { get; private set; }

        /// <summary>A time limit cancels a source; a wait completes a task.</summary>
        public bool IsLimit => state is CancellationTokenSource;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.True(period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero, "No timer of the module repeats.");
            lock (time.gate)
            {
                time.timers.Remove(this);
                time.lastActivity = Stopwatch.GetTimestamp();
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime.Ticks;
                    time.timers.Add(this);
                }
                Monitor.PulseAll(time.gate);
            }
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                time.lastActivity = Stopwatch.GetTimestamp();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
