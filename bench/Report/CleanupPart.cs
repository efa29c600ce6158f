using CognitoPools.Bench.Cleanup;

namespace CognitoPools.Bench.Report;

/// <summary>A workload and the times of each tool.</summary>
internal sealed record CleanupPart(Workload Workload, IReadOnlyList<CleanupResult> Results)
{
    /// <summary>The first matching result with numbers, or null.</summary>
    public CleanupResult? Of(Func<CleanupResult, bool> which) =>
        Results.FirstOrDefault(result => which(result) && result.Seconds.Count > 0);

    public CleanupResult? Ours() => Of(result => result.Tool == ModuleTool.ToolName);
}
