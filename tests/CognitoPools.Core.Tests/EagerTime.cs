namespace CognitoPools.Core.Tests;

/// <summary>A clock whose waits are over at once, though time passes by as much.</summary>
internal sealed class EagerTime : TimeProvider
{
    private long skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref skipped));

    public override long GetTimestamp() =>
        base.GetTimestamp() + Interlocked.Read(ref skipped) * (TimestampFrequency / TimeSpan.TicksPerSecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Interlocked.Add(ref skipped, dueTime.Ticks);
        return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
