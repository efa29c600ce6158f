using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Common;

public class CountProgressTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public void Says_count_rate_time_and_what_is_left(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var time = new FakeTimeProvider();
        using var account = new TestAccount();
        var progress = new CountProgress(account, "Removing identities", "removed", time);
        Assert.False(progress.IsDue);
        progress.Show(1, throttled: false);
        Assert.Empty(account.Shown);

        time.Advance(TimeSpan.FromSeconds(20));
        Assert.True(progress.IsDue);
        progress.Show(12_000, throttled: true, left: 1_800, failed: 3);
        progress.Show(12_001, throttled: true);
        Assert.Equal(
            "12,000 removed, 600 a second, 0:00:20 elapsed, 3 not removed, 1,800 left for about 0:00:03, throttled by AWS",
            Assert.Single(account.Shown));

        progress.End();
        progress.End();
        Assert.Equal(2, account.Shown.Count);
        Assert.Null(account.Shown[1]);
    }
}
