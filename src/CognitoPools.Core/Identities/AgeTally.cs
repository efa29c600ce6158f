namespace CognitoPools.Identities;

/// <summary>Counts dates by how long ago they are, and keeps the first and the last.</summary>
/// <param name="now">The time from which ages are counted.</param>
internal sealed class AgeTally(DateTimeOffset now)
{
    private static readonly (string Age, int FromDays)[] Groups =
    [
        ("< 1 day", 0),
        ("< 7 days", 1),
        ("< 30 days", 7),
        ("< 90 days", 30),
        ("< 180 days", 90),
        ("< 1 year", 180),
        ("< 2 years", 365),
        ("older", 730),
    ];

    private readonly long[] counts = new long[Groups.Length];
    private readonly long[] guests = new long[Groups.Length];
    private DateTime? first;
    private DateTime? last;

    /// <summary>The earliest date, in local time.</summary>
    public DateTime? First => first?.ToLocalTime();

    /// <summary>The latest date, in local time.</summary>
    public DateTime? Last => last?.ToLocalTime();

    /// <summary>Counts a date and ignores a missing one.</summary>
    public void Add(DateTime? date, bool guest)
    {
        if (date?.ToUniversalTime() is not { } utc)
            return;
        if (first is null || utc < first)
            first = utc;
        if (last is null || utc > last)
            last = utc;
        var group = Groups.Length - 1;
        // A date in the future counts as the youngest age: the clocks may differ.
        while (group > 0 && utc >= Start(group).UtcDateTime)
            group--;
        counts[group]++;
        if (guest)
            guests[group]++;
    }

    /// <summary>The groups, the youngest first.</summary>
    /// <param name="total">All identities.</param>
    public IReadOnlyList<PoolIdentityAge> Rows(long total)
    {
        var rows = new PoolIdentityAge[Groups.Length];
        var (before, guestsBefore) = (0L, 0L);
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            before += counts[group];
            guestsBefore += guests[group];
            rows[group] = new PoolIdentityAge
            {
                Age = Groups[group].Age,
                Before = Start(group).LocalDateTime,
                Count = counts[group],
                Guests = guests[group],
                CountBefore = before,
                GuestsBefore = guestsBefore,
                Share = total == 0 ? 0 : (double)counts[group] / total,
            };
        }

        return rows;
    }

    private DateTimeOffset Start(int group) => now.AddDays(-Groups[group].FromDays);
}
