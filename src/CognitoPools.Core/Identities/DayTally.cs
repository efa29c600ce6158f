namespace CognitoPools.Identities;

/// <summary>Counts dates by their day in UTC; memory grows with the days alone.</summary>
internal sealed class DayTally
{
    private readonly Dictionary<long, (long Count, long Guests)> days = [];

    /// <summary>Counts a date; a missing one is left out.</summary>
    public void Add(DateTime? date, bool guest)
    {
        if (date?.ToUniversalTime().Ticks is not { } ticks)
            return;
        var day = ticks / TimeSpan.TicksPerDay;
        days.TryGetValue(day, out var known);
        days[day] = (known.Count + 1, known.Guests + (guest ? 1 : 0));
    }

    /// <summary>The days on which anything was counted, the oldest first.</summary>
    public IReadOnlyList<PoolIdentityDay> Rows() =>
    [
        .. days.OrderBy(day => day.Key).Select(day => new PoolIdentityDay
        {
            Day = new DateTime(day.Key * TimeSpan.TicksPerDay, DateTimeKind.Utc),
            Count = day.Value.Count,
            Guests = day.Value.Guests,
            Authenticated = day.Value.Count - day.Value.Guests,
        }),
    ];
}
