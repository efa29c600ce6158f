namespace CognitoPools.Bench.Fleet;

/// <summary>The number of pools, and the times of each tool to read them.</summary>
internal sealed record FleetPart(int Pools, IReadOnlyList<FleetResult> Results)
{
    /// <summary>The result of a tool, or null if it has no numbers.</summary>
    public FleetResult? Of(string tool) => Results.FirstOrDefault(result => result.Tool == tool && result.Seconds.Count > 0);
}
