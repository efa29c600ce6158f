namespace CognitoPools.Bench.Fleet;

/// <summary>How many pools were read, and what every tool needed for it.</summary>
internal sealed record FleetPart(int Pools, IReadOnlyList<FleetResult> Results)
{
    /// <summary>The result of a tool that has numbers; null without.</summary>
    public FleetResult? Of(string tool) => Results.FirstOrDefault(result => result.Tool == tool && result.Seconds.Count > 0);
}
