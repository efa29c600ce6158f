using System.Globalization;

namespace CognitoPools.Identities;

/// <summary>Reports the progress of a listing or a removal, at most five times a second, and only when progress is shown. Thread-safe.</summary>
internal sealed class IdentityProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IReporter _reporter;
    private readonly string _activity;
    private readonly string _done;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly bool _shows;
    private long _shownAt;
    private bool _shown;

    /// <param name="reporter">Who is told.</param>
    /// <param name="activity">What is going on.</param>
    /// <param name="done">What the counted identities are: listed, removed.</param>
    /// <param name="time">The clock.</param>
    public IdentityProgress(IReporter reporter, string activity, string done, TimeProvider time)
    {
        (_reporter, _activity, _done, _time, _shows) = (reporter, activity, done, time, reporter.ShowsProgress);
        _start = _shownAt = _shows ? time.GetTimestamp() : 0;
    }

    /// <summary>Whether it is time to show something.</summary>
    public bool IsDue => _shows && _time.GetElapsedTime(Volatile.Read(ref _shownAt)) >= Interval;

    /// <summary>Shows how far it is, when it is time to.</summary>
    /// <param name="count">How many identities are done.</param>
    /// <param name="throttled">Whether the service made the requests go out more slowly.</param>
    /// <param name="left">How many are left; null when nobody can know.</param>
    /// <param name="failed">How many were not removed.</param>
    public void Show(long count, bool throttled, long? left = null, long failed = 0)
    {
        var before = Volatile.Read(ref _shownAt);
        if (!_shows || _time.GetElapsedTime(before) < Interval || Interlocked.CompareExchange(ref _shownAt, _time.GetTimestamp(), before) != before) return;
        _shown = true;
        _reporter.Progress(_activity, Text(count, _time.GetElapsedTime(_start), throttled, left, failed));
    }

    /// <summary>Shows nothing more.</summary>
    public void End()
    {
        if (_shown) _reporter.Progress(_activity, null);
        _shown = false;
    }

    private string Text(long count, TimeSpan elapsed, bool throttled, long? left, long failed)
    {
        var rate = count / Math.Max(elapsed.TotalSeconds, 0.001);
        var text = string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}, {2:N0} a second, {3} elapsed", count, _done, rate, Span(elapsed));
        if (failed > 0) text += string.Format(CultureInfo.InvariantCulture, ", {0:N0} not {1}", failed, _done);
        if (left is { } rest)
        {
            text += string.Format(CultureInfo.InvariantCulture, ", {0:N0} left", rest);
            if (rest > 0 && rate > 0) text += $" for about {Span(TimeSpan.FromSeconds(Math.Min(rest / rate, TimeSpan.FromDays(99).TotalSeconds)))}";
        }

        return throttled ? text + ", throttled by AWS" : text;
    }

    private static string Span(TimeSpan span) => span.TotalDays >= 1
        ? span.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)
        : span.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
}
