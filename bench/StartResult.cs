using System.Text.Json.Serialization;

namespace CognitoPools.Bench;

/// <summary>The times of one step of a start.</summary>
internal sealed record StartResult
{
    public required string What { get; init; }

    public IReadOnlyList<double> Milliseconds { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skipped { get; init; }

    [JsonIgnore]
    public double Median => Statistics.Median(Milliseconds);
}
