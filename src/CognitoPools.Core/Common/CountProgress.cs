using System.Globalization;

namespace CognitoPools;

/// <summary>Reports how many items a listing, a fleet's reading or a removal has done, at most five times a second, and only when progress is
/// shown. Thread-safe.</summary>
internal sealed class CountProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IReporter reporter;
    private readonly string activity;
    private readonly string done;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly bool shows;
    private long shownAt;
    private bool shown;

    /// <param name="reporter">Receives the progress.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="done">The state of the counted items: listed, removed.</param>
    /// <param name="time">The clock.</param>
    public CountProgress(IReporter reporter, string activity, string done, TimeProvider time)
    {
        (this.reporter, this.activity, this.done, this.time, shows) = (reporter, activity, done, time, reporter.ShowsProgress);
        start = shownAt = shows ? time.GetTimestamp() : 0;
    }

    /// <summary>Whether the next update is due.</summary>
    public bool IsDue => shows && time.GetElapsedTime(Volatile.Read(ref shownAt)) >= Interval;

    /// <summary>Shows the progress if an update is due.</summary>
    /// <param name="count">How many items are done.</param>
    /// <param name="throttled">Whether the service slowed the requests down.</param>
    /// <param name="left">How many are left; null when it is unknown.</param>
    /// <param name="failed">How many were not removed.</param>
    public void Show(long count, bool throttled, long? left = null, long failed = 0)
    {
        var before = Volatile.Read(ref shownAt);
        if (!shows
            || time.GetElapsedTime(before) < Interval
            || Interlocked.CompareExchange(ref shownAt, time.GetTimestamp(), before) != before)
        {
            return;
        }
        shown = true;
        reporter.Progress(activity, Text(count, time.GetElapsedTime(start), throttled, left, failed));
    }

    /// <summary>Ends the progress.</summary>
    public void End()
    {
        if (shown)
            reporter.Progress(activity, null);
        shown = false;
    }

    private string Text(long count, TimeSpan elapsed, bool throttled, long? left, long failed)
    {
        var rate = count / Math.Max(elapsed.TotalSeconds, 0.001);
        var text = string.Format(
            CultureInfo.InvariantCulture, "{0:N0} {1}, {2:N0} a second, {3} elapsed", count, done, rate, Span(elapsed));
        if (failed > 0)
            text += string.Format(CultureInfo.InvariantCulture, ", {0:N0} not {1}", failed, done);
        if (left is { } rest)
        {
            text += string.Format(CultureInfo.InvariantCulture, ", {0:N0} left", rest);
            if (rest > 0 && rate > 0)
                text += $" for about {Span(TimeSpan.FromSeconds(Math.Min(rest / rate, TimeSpan.FromDays(99).TotalSeconds)))}";
        }

        return throttled ? text + ", throttled by AWS" : text;
    }

    private static string Span(TimeSpan span) => span.TotalDays >= 1
        ? span.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)
        : span.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
}
