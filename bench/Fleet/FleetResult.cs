using System.Text.Json.Serialization;

namespace CognitoPools.Bench.Fleet;

/// <summary>The times of a tool to read all pools with their roles.</summary>
internal sealed record FleetResult
{
    public required string Tool { get; init; }

    /// <summary>The seconds of each run.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>The number of calls in one run.</summary>
    public long Calls { get; init; }

    /// <summary>The reason why the tool has no numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skipped { get; init; }

    [JsonIgnore]
    public double Median => Statistics.Median(Seconds);
}
