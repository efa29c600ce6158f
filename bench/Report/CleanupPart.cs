using CognitoPools.Bench.Cleanup;

namespace CognitoPools.Bench.Report;

/// <summary>One workload and what every tool needed for it.</summary>
internal sealed record CleanupPart(Workload Workload, IReadOnlyList<CleanupResult> Results)
{
    /// <summary>The result of a tool that has numbers; null without.</summary>
    public CleanupResult? Of(Func<CleanupResult, bool> which) =>
        Results.FirstOrDefault(result => which(result) && result.Seconds.Count > 0);

    public CleanupResult? Ours() => Of(result => result.Tool == ModuleTool.ToolName);
}
