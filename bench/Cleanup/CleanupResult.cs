using System.Text.Json.Serialization;

namespace CognitoPools.Bench.Cleanup;

/// <summary>What a tool needed for a workload.</summary>
internal sealed record CleanupResult
{
    public required string Tool { get; init; }

    /// <summary>The seconds of each run.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>Calls that the service refused for their rate, in each run.</summary>
    public IReadOnlyList<long> Refused { get; init; } = [];

    /// <summary>How many identities were measured, when the time is extrapolated from them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Sample { get; init; }

    /// <summary>Why there are no numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skipped { get; init; }

    [JsonIgnore]
    public double Median => Statistics.Median(Seconds);
}
