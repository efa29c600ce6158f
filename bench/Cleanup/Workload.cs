using System.Text.Json.Serialization;

namespace CognitoPools.Bench.Cleanup;

/// <summary>Guests to remove from among others, and how the service answers.</summary>
/// <param name="Guests">How many are to be removed.</param>
/// <param name="Authenticated">How many are to stay.</param>
/// <param name="HasQuotas">Whether the service has its published quotas and a latency, or neither.</param>
internal sealed record Workload(int Guests, int Authenticated, bool HasQuotas)
{
    public const double ListRate = 5;
    public const double DeleteRate = 10;
    public const double LatencyMs = 20;

    public int Total => Guests + Authenticated;

    /// <summary>The seconds that listing takes at its quota, which no tool can beat by more than the first second's
    /// burst.</summary>
    [JsonIgnore]
    public double BoundSeconds => Math.Ceiling(Total / 60.0) / ListRate;
}
