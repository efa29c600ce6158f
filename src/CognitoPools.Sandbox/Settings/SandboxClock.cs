namespace CognitoPools.Sandbox;

/// <summary>The sandbox's clock: runs on with another one, but can be set. Delays and timers stay the other clock's.</summary>
public sealed class SandboxClock : TimeProvider
{
    private readonly TimeProvider inner;
    private long offset;

    internal SandboxClock(TimeProvider inner) => this.inner = inner;

    /// <summary>How far the sandbox's time is ahead of the underlying clock; negative when behind.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offset));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => inner.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the time; it runs on from there.</summary>
    public void SetTime(DateTimeOffset time) => Interlocked.Exchange(ref offset, (time - inner.GetUtcNow()).Ticks);

    /// <summary>Moves the time; a negative span moves it back.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref offset, span.Ticks);

    /// <summary>Goes back to the underlying clock's time.</summary>
    public void Reset() => Interlocked.Exchange(ref offset, 0);
}
