namespace CognitoPools.Identities;

/// <summary>Counts dates by their day in UTC. Memory grows only with the number of days.</summary>
internal sealed class DayTally
{
    private readonly Dictionary<long, (long Count, long Guests)> days = [];

    /// <summary>Counts a date and ignores a missing one.</summary>
    public void Add(DateTime? date, bool guest)
    {
        if (date?.ToUniversalTime().Ticks is not { } ticks)
            return;
        var day = ticks / TimeSpan.TicksPerDay;
        days.TryGetValue(day, out var known);
        days[day] = (known.Count + 1, known.Guests + (guest ? 1 : 0));
    }

    /// <summary>The days with at least one date, the oldest first.</summary>
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
