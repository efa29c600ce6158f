using System.Globalization;
using CognitoPools.Identities;

namespace CognitoPools.Core.Tests.Identities;

public sealed class DayTallyTests
{
    [Fact]
    public void Days_are_those_of_UTC_the_oldest_first()
    {
        var tally = new DayTally();
        tally.Add(Utc("2026-03-02T00:00:00Z"), guest: true);
        tally.Add(Utc("2026-03-01T23:59:59.999Z"), guest: true);
        tally.Add(Utc("2026-03-01T00:00:00Z"), guest: false);
        tally.Add(Utc("2024-02-29T12:00:00Z"), guest: false);

        Assert.Equal(
            ["2024-02-29: 1, 0, 1", "2026-03-01: 2, 1, 1", "2026-03-02: 1, 1, 0"], tally.Rows().Select(Text));
        Assert.All(tally.Rows(), row => Assert.Equal((DateTimeKind.Utc, TimeSpan.Zero), (row.Day.Kind, row.Day.TimeOfDay)));
    }

    [Fact]
    public void A_local_date_counts_for_its_day_of_UTC()
    {
        var tally = new DayTally();
        foreach (var hour in Enumerable.Range(0, 48))
            tally.Add(Utc("2026-03-28T00:00:00Z").AddHours(hour).ToLocalTime(), guest: true);

        Assert.Equal(["2026-03-28: 24, 24, 0", "2026-03-29: 24, 24, 0"], tally.Rows().Select(Text));
    }

    [Fact]
    public void A_missing_date_is_left_out()
    {
        var tally = new DayTally();
        tally.Add(null, guest: true);

        Assert.Empty(tally.Rows());
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void A_day_is_the_same_text_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var day = new PoolIdentityDay { Day = Utc("2026-03-01T00:00:00Z"), Count = 12345 };
            Assert.Equal("2026-03-01: 12,345", day.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static string Text(PoolIdentityDay day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd}: {day.Count}, {day.Guests}, {day.Authenticated}");
}
