using System.Globalization;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A measurement shows days with far more new guests than the days around them.</summary>
internal sealed class GuestWaveCheck : PoolCheck
{
    private const long FewestGuests = 100;
    private const int Times = 10;
    private const int DaysOnEachSide = 14;
    private const int FewestNeighbours = 7;
    private const int Week = 7;

    public override CheckInfo Info { get; } = new("GuestWave", "A wave of new guests")
    {
        Condition = "A measurement of the pool was specified, and one day (UTC) has at least 100 new guests and more "
            + "than ten times the median of the surrounding days. These are the 14 days before and the 14 days after. "
            + "The last day counts although it is not over.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Bots create such waves, and so do applications that do not keep their identity id. Identity pools are "
            + "free, but every guest gets credentials of the guest role, whose use you pay for. Listing and cleaning "
            + "up a pool full of guests can last hours. Deleting guests loses only the data that the application "
            + "stores under their identity ids.",
        Fix = "Find out where the guests come from, delete them, and turn guest access off unless the application needs it.",
        NotWhen = "No measurement was specified, fewer than 7 days can be compared, the growth is steady, the numbers "
            + "stay high after a launch, or the peak is on the same weekday of every week.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#enable-or-disable-unauthenticated-identities",
        Reads = AuditReads.Measurement,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        pool.Measurement is { Days.Count: > 0 } measurement
            ? Waves(new MeasuredDays(measurement)).Select(wave => Result(pool.Pool, wave))
            : [];

    // Consecutive days are one wave.
    private static IEnumerable<Wave> Waves(MeasuredDays days)
    {
        Wave? wave = null;
        foreach (var day in days.Measured)
        {
            if (!IsWave(days, day, out var median))
                continue;
            var guests = days.GuestsOf(day);
            if (wave is { } before && before.Last == day - 1)
            {
                wave = before with { Last = day, Guests = before.Guests + guests, Median = Math.Max(before.Median, median) };
                continue;
            }
            if (wave is not null)
                yield return wave;
            wave = new Wave(day, day, guests, median);
        }
        if (wave is not null)
            yield return wave;
    }

    private static bool IsWave(MeasuredDays days, long day, out double median)
    {
        var guests = days.GuestsOf(day);
        var neighbours = days.Around(day, DaysOnEachSide).Select(days.GuestsOf).OrderBy(count => count).ToList();
        median = neighbours.Count == 0 ? 0 : (neighbours[(neighbours.Count - 1) / 2] + neighbours[neighbours.Count / 2]) / 2.0;
        return guests >= FewestGuests
            && neighbours.Count >= FewestNeighbours
            && guests > Times * median
            && !IsWeekly(days, day);
    }

    // An application that is used on one weekday has a peak every week.
    private static bool IsWeekly(MeasuredDays days, long day)
    {
        var weekdays = new[] { day - Week, day + Week }.Where(days.Holds).ToList();
        return weekdays.Count > 0 && weekdays.TrueForAll(other => Times * days.GuestsOf(other) >= days.GuestsOf(day));
    }

    private static CheckResult Result(IdentityPool pool, Wave wave)
    {
        var id = Remedies.Quoted(pool.IdentityPoolId);
        var days = wave.First == wave.Last ? Text(wave.First) : $"{Text(wave.First)} to {Text(wave.Last)}";
        string[] off = pool.GuestAccess
            ? [Remedies.Comment("Turn guest access off, if the application does not need it:"), Remedies.Comment($"Set-PoolGuestAccess {id} -Disable")]
            : [];
        return new CheckResult(
            PoolFindingSeverity.Info,
            $"Guests of {days}",
            string.Format(
                CultureInfo.InvariantCulture, "{0} (UTC): {1} new guests; median of the surrounding days: {2:0.#}", days, wave.Guests, wave.Median),
            Remedies.Lines(
            [
                .. off,
                Remedies.Comment("The next command shows what it would delete. Omit -WhatIf to delete the guests."),
                $"Get-PoolIdentity {id} -Guest -CreatedAfter {Text(wave.First)}T00:00:00Z -CreatedBefore {Text(wave.Last + 1)}T00:00:00Z | "
                    + "Remove-PoolIdentity -WhatIf",
            ]))
        {
            Cause = $"GuestWave {days}",
        };
    }

    private static string Text(long day) =>
        new DateTime(day * TimeSpan.TicksPerDay, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Wave(long First, long Last, long Guests, double Median);

    /// <summary>New guests by day. Days are counted since the beginning of the calendar.</summary>
    private sealed class MeasuredDays
    {
        private readonly Dictionary<long, long> guests;
        private readonly long first;
        private readonly long last;

        public MeasuredDays(PoolIdentityMeasurement measurement)
        {
            guests = measurement.Days.ToDictionary(day => DayOf(day.Day), day => day.Guests);
            Measured = [.. guests.Keys.OrderBy(day => day)];
            first = Measured[0];
            // The clock of the service may already be at the next day.
            last = Math.Max(Measured[Measured.Count - 1], DayOf(measurement.Time));
        }

        public IReadOnlyList<long> Measured { get; }

        public long GuestsOf(long day) => guests.TryGetValue(day, out var count) ? count : 0;

        // The pool may not have existed before its first identity.
        public bool Holds(long day) => day >= first && day <= last;

        public IEnumerable<long> Around(long day, int distance)
        {
            for (var other = day - distance; other <= day + distance; other++)
            {
                if (other != day && Holds(other))
                    yield return other;
            }
        }

        private static long DayOf(DateTime date) => date.ToUniversalTime().Ticks / TimeSpan.TicksPerDay;
    }
}
