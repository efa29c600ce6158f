using System.Text.Json.Serialization;

namespace CognitoPools.Bench.Fleet;

/// <summary>What a tool needed to read all pools with their roles.</summary>
internal sealed record FleetResult
{
    public required string Tool { get; init; }

    /// <summary>The seconds of each run.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>The calls of one run.</summary>
    public long Calls { get; init; }

    /// <summary>Why there are no numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skipped { get; init; }

    [JsonIgnore]
    public double Median => Statistics.Median(Seconds);
}
