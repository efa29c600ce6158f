namespace CognitoPools.Sandbox;

/// <summary>The sandbox's clock. It runs with another clock but can be set. Delays and timers use the other clock.</summary>
public sealed class SandboxClock : TimeProvider
{
    /// <summary>The earliest time to which the clock can be set.</summary>
    public static readonly DateTimeOffset Earliest = DateTimeOffset.FromUnixTimeSeconds(0);

    /// <summary>The latest time to which the clock can be set. It continues from there, and dates end with the year 9999.</summary>
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    /// <summary>Sets the time, from which the clock continues.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before <see cref="Earliest"/> or after
    /// <see cref="Latest"/>.</exception>
    public void SetTime(DateTimeOffset time) => Interlocked.Exchange(ref offset, (InRange(time) - inner.GetUtcNow()).Ticks);

    /// <summary>Moves the time forward, or back with a negative span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time would be before <see cref="Earliest"/> or after
    /// <see cref="Latest"/>.</exception>
    public void Advance(TimeSpan span)
    {
        var now = GetUtcNow();
        if (span > Latest - now || span < Earliest - now)
            throw OutOfRange(nameof(span), span);
        Interlocked.Add(ref offset, span.Ticks);
    }

    /// <summary>Resets the time to that of the underlying clock.</summary>
    public void Reset() => Interlocked.Exchange(ref offset, 0);

    private static DateTimeOffset InRange(DateTimeOffset time) =>
        time >= Earliest && time <= Latest ? time : throw OutOfRange(nameof(time), time);

    private static ArgumentOutOfRangeException OutOfRange(string name, object value) =>
        new(name, value, $"The sandbox's time must be from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}.");
}
