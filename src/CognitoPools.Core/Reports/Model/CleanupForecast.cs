namespace CognitoPools.Reports.Model;

/// <summary>How long a removal of identities takes at the rates of the service. A removal lists the whole pool and deletes
/// while it lists, so the slower of the two counts.</summary>
/// <param name="rates">The requests a second, by operation.</param>
internal sealed class CleanupForecast(IReadOnlyDictionary<string, double> rates)
{
    // Both operations take 60 identities a call.
    private const double Batch = 60;

    /// <summary>The duration; null when neither operation has a limit.</summary>
    /// <param name="listed">The identities of the pool.</param>
    /// <param name="removed">Those that are removed.</param>
    public TimeSpan? Of(long listed, long removed)
    {
        var seconds = new[] { Seconds("ListIdentities", listed), Seconds("DeleteIdentities", removed) };
        return Array.TrueForAll(seconds, second => second is null) ? null : TimeSpan.FromSeconds(seconds.Max() ?? 0);
    }

    private double? Seconds(string operation, long identities) =>
        rates.TryGetValue(operation, out var rate) ? Math.Ceiling(identities / Batch) / rate : null;
}
