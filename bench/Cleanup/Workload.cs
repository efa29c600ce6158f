using System.Text.Json.Serialization;

namespace CognitoPools.Bench.Cleanup;

/// <summary>A cleanup: the identities of a pool, and the limits of the service.</summary>
/// <param name="Guests">The number of guests to remove.</param>
/// <param name="Authenticated">The number of other identities, which stay.</param>
/// <param name="HasQuotas">Whether the service has its published quotas and a latency, or neither.</param>
internal sealed record Workload(int Guests, int Authenticated, bool HasQuotas)
{
    public const double ListRate = 5;
    public const double DeleteRate = 10;
    public const double LatencyMs = 20;

    public int Total => Guests + Authenticated;

    /// <summary>The seconds of the listing at its quota. A tool can be faster only by the burst of the first
    /// second.</summary>
    [JsonIgnore]
    public double BoundSeconds => Math.Ceiling(Total / 60.0) / ListRate;
}
