using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class GuestWaveCheckTests
{
    private static readonly DateTime First = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly GuestWaveCheck check = new();

    [Fact]
    public void Hit_a_day_has_far_more_guests_than_its_neighbours()
    {
        var result = Assert.Single(check.Run(Measured([.. Steady(20, 12), 5000, .. Steady(20, 12)])));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Equal("Guests of 2026-03-21", result.Target);
        Assert.Equal("2026-03-21 (UTC): 5000 new guests; median of the surrounding days: 12", result.Evidence);
        Assert.Equal(
            $"""
            # Turn guest access off, if the application does not need it:
            # Set-PoolGuestAccess '{AuditCase.PoolId}' -Disable
            # The next command shows what it would delete. Omit -WhatIf to delete the guests.
            Get-PoolIdentity '{AuditCase.PoolId}' -Guest -CreatedAfter 2026-03-21T00:00:00Z -CreatedBefore 2026-03-22T00:00:00Z | Remove-PoolIdentity -WhatIf
            """.ReplaceLineEndings("\n"),
            result.Remedy);
        Assert.Null(result.Repair);
    }

    [Fact]
    public void Hit_days_on_end_are_one_wave()
    {
        var result = Assert.Single(check.Run(Measured([.. Steady(20, 12), 900, 800, 700, .. Steady(20, 12)])));

        Assert.Equal("2026-03-21 to 2026-03-23 (UTC): 2400 new guests; median of the surrounding days: 12", result.Evidence);
        Assert.Contains(" -CreatedAfter 2026-03-21T00:00:00Z -CreatedBefore 2026-03-24T00:00:00Z ", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_a_wave_of_ten_days() =>
        Assert.StartsWith(
            "Guests of 2026-03-21 to ",
            Assert.Single(check.Run(Measured([.. Steady(20, 1), .. Steady(10, 500), .. Steady(20, 1)]))).Target,
            StringComparison.Ordinal);

    [Fact]
    public void Hit_two_waves_are_two_findings() =>
        Assert.Equal(
            ["Guests of 2026-03-11", "Guests of 2026-03-14"],
            check.Run(Measured([.. Steady(10, 2), 300, 2, 2, 400, .. Steady(10, 2)])).Select(result => result.Target));

    [Fact]
    public void Hit_the_last_day_counts_although_it_is_not_over() =>
        Assert.Equal("Guests of 2026-03-11", Assert.Single(check.Run(Measured([.. Steady(10, 2), 300]))).Target);

    [Fact]
    public void Hit_days_without_a_guest_count_as_none()
    {
        var pool = Measured([.. Steady(1, 5), .. Steady(10, 0), 100, .. Steady(9, 0)]);

        Assert.Equal(2, pool.Measurement!.Days.Count);
        Assert.Equal("2026-03-12 (UTC): 100 new guests; median of the surrounding days: 0", Assert.Single(check.Run(pool)).Evidence);
    }

    [Fact]
    public void Hit_guests_are_told_from_users() =>
        Assert.Single(check.Run(Measured([.. Steady(10, 2), 300], authenticated: 5000)));

    [Fact]
    public void Hit_while_guest_access_is_off_the_remedy_does_not_turn_it_off()
    {
        var pool = Measured([.. Steady(10, 2), 300]);

        var result = Assert.Single(check.Run(pool with { Pool = pool.Pool with { GuestAccess = false } }));
        Assert.DoesNotContain("Set-PoolGuestAccess", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_without_a_measurement() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { GuestAccess = true })));

    [Fact]
    public void Miss_no_identities() => Assert.Empty(check.Run(Measured([])));

    [Fact]
    public void Miss_a_wave_of_users() => Assert.Empty(check.Run(Measured(Steady(30, 3), authenticated: 9000)));

    [Fact]
    public void Near_miss_steady_growth() =>
        Assert.Empty(check.Run(Measured([.. Enumerable.Range(1, 120).Select(day => day * 40)])));

    [Fact]
    public void Near_miss_a_launch_that_stays_high() =>
        Assert.Empty(check.Run(Measured([.. Steady(30, 1), .. Steady(30, 800)])));

    [Fact]
    public void Near_miss_few_guests() => Assert.Empty(check.Run(Measured([.. Steady(20, 0), 99, .. Steady(20, 0)])));

    [Fact]
    public void Near_miss_exactly_ten_times_as_many() =>
        Assert.Empty(check.Run(Measured([.. Steady(20, 50), 500, .. Steady(20, 50)])));

    [Fact]
    public void Near_miss_a_peak_on_the_same_weekday_of_every_week() =>
        Assert.Empty(check.Run(Measured([.. Enumerable.Range(0, 60).Select(day => day % 7 < 2 ? 400 : 3)])));

    [Fact]
    public void Near_miss_too_few_days_to_compare_with() => Assert.Empty(check.Run(Measured([1, 1, 1, 1, 1, 1, 5000])));

    private static IReadOnlyList<int> Steady(int days, int guests) => [.. Enumerable.Repeat(guests, days)];

    // A day each, the last one that of the measurement; on days without identities there is no row.
    private static AuditedPool Measured(IReadOnlyList<int> guests, int authenticated = 0) =>
        AuditCase.With(AuditCase.Tidy with { GuestAccess = true }) with
        {
            Measurement = new PoolIdentityMeasurement
            {
                IdentityPoolId = AuditCase.PoolId,
                Time = First.AddDays(Math.Max(0, guests.Count - 1)).AddHours(9).ToLocalTime(),
                Days =
                [
                    .. guests.Select((count, index) => new PoolIdentityDay
                    {
                        Day = First.AddDays(index),
                        Count = count + authenticated,
                        Guests = count,
                        Authenticated = authenticated,
                    }).Where(day => day.Count > 0),
                ],
            },
        };
}
