using System.Text.Json.Serialization;

namespace CognitoPools.Bench.Cleanup;

/// <summary>The times of a tool for a workload.</summary>
internal sealed record CleanupResult
{
    public required string Tool { get; init; }

    /// <summary>The seconds of each run.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>The number of calls that the service throttled in each run.</summary>
    public IReadOnlyList<long> Refused { get; init; } = [];

    /// <summary>The number of measured identities if the time is extrapolated, otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Sample { get; init; }

    /// <summary>The reason why the tool has no numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skipped { get; init; }

    [JsonIgnore]
    public double Median => Statistics.Median(Seconds);
}
