namespace CognitoPools.Identities;

/// <summary>Counts dates by how long ago they are, and keeps the first and the last.</summary>
/// <param name="now">When the ages end.</param>
internal sealed class AgeTally(DateTimeOffset now)
{
    private static readonly (string Age, int FromDays)[] Groups =
    [
        ("< 1 day", 0), ("< 7 days", 1), ("< 30 days", 7), ("< 90 days", 30), ("< 180 days", 90), ("< 1 year", 180), ("< 2 years", 365), ("older", 730),
    ];

    private readonly long[] _counts = new long[Groups.Length];
    private readonly long[] _guests = new long[Groups.Length];
    private DateTime? _first;
    private DateTime? _last;

    /// <summary>The earliest date, in local time.</summary>
    public DateTime? First => _first?.ToLocalTime();

    /// <summary>The latest date, in local time.</summary>
    public DateTime? Last => _last?.ToLocalTime();

    /// <summary>Counts a date; a missing one is left out.</summary>
    public void Add(DateTime? date, bool guest)
    {
        if (date?.ToUniversalTime() is not { } utc)
            return;
        if (_first is null || utc < _first)
            _first = utc;
        if (_last is null || utc > _last)
            _last = utc;
        var group = Groups.Length - 1;
        // A date in the future counts as the youngest age: the clocks may differ.
        while (group > 0 && utc >= Start(group).UtcDateTime)
            group--;
        _counts[group]++;
        if (guest)
            _guests[group]++;
    }

    /// <summary>The groups, the youngest first.</summary>
    /// <param name="total">All identities.</param>
    public IReadOnlyList<PoolIdentityAge> Rows(long total)
    {
        var rows = new PoolIdentityAge[Groups.Length];
        var (before, guestsBefore) = (0L, 0L);
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            before += _counts[group];
            guestsBefore += _guests[group];
            rows[group] = new PoolIdentityAge
            {
                Age = Groups[group].Age,
                Before = Start(group).LocalDateTime,
                Count = _counts[group],
                Guests = _guests[group],
                CountBefore = before,
                GuestsBefore = guestsBefore,
                Share = total == 0 ? 0 : (double)_counts[group] / total,
            };
        }

        return rows;
    }

    private DateTimeOffset Start(int group) => now.AddDays(-Groups[group].FromDays);
}
