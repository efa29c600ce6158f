namespace CognitoPools.Reports.Model;

/// <summary>Estimates the time to remove identities at the request rates of the service. A removal deletes while it lists the whole
/// pool, so the slower operation decides.</summary>
/// <param name="rates">The requests per second, by operation.</param>
internal sealed class CleanupForecast(IReadOnlyDictionary<string, double> rates)
{
    // Both operations accept 60 identities per call.
    private const double Batch = 60;

    /// <summary>The duration; null if neither operation has a limit.</summary>
    /// <param name="listed">The number of identities in the pool.</param>
    /// <param name="removed">The number of identities to remove.</param>
    public TimeSpan? Of(long listed, long removed)
    {
        var seconds = new[] { Seconds("ListIdentities", listed), Seconds("DeleteIdentities", removed) };
        return Array.TrueForAll(seconds, second => second is null) ? null : TimeSpan.FromSeconds(seconds.Max() ?? 0);
    }

    private double? Seconds(string operation, long identities) =>
        rates.TryGetValue(operation, out var rate) ? Math.Ceiling(identities / Batch) / rate : null;
}
