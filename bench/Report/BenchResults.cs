using System.Text.Json.Serialization;
using CognitoPools.Bench.Fleet;

namespace CognitoPools.Bench.Report;

/// <summary>The results of one run. A part that was not measured is null.</summary>
internal sealed record BenchResults
{
    /// <summary>The day, in UTC.</summary>
    public required DateOnly Date { get; init; }

    public required Machine Machine { get; init; }

    /// <summary>The shell that the module ran in.</summary>
    public required string Shell { get; init; }

    /// <summary>Whether this was a run with --quick.</summary>
    public bool Quick { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CleanupPart? Quotas { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CleanupPart? Unlimited { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CleanupPart? Million { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FleetPart? Fleet { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MemoryResult>? Memory { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StartResult>? Start { get; init; }
}
