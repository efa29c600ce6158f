using System.Globalization;
using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>Runs the same cleanup with each tool, each time against a new emulator, and counts the remaining
/// identities.</summary>
internal static class CleanupBench
{
    private static readonly ICleanupTool[] Others =
    [
        new Boto3Tool("boto3, 8 threads, batches of 60", "threads"),
        new Boto3Tool("boto3, plain loop", "loop"),
        new OneByOneTool(),
    ];

    /// <param name="shell">The module's shell.</param>
    /// <param name="workload">The cleanup.</param>
    /// <param name="runs">The number of runs of the module.</param>
    /// <param name="othersRuns">The number of runs of the other tools.</param>
    /// <param name="say">Writes a message about each run.</param>
    public static async Task<IReadOnlyList<CleanupResult>> RunAsync(
        MeasuredShell shell, Workload workload, int runs, int othersRuns, Action<string> say)
    {
        ICleanupTool[] tools = [new ModuleTool(shell), .. Others];
        var results = tools.Select(tool => new CleanupResult
        {
            Tool = tool.Name,
            Sample = tool.SampleOf(workload),
            Skipped = tool.Missing,
        }).ToArray();
        // The tools alternate, so that a temporarily busy machine slows all of them.
        for (var run = 1; run <= Math.Max(runs, othersRuns); run++)
        {
            for (var index = 0; index < tools.Length; index++)
            {
                var isDue = run <= (tools[index] is ModuleTool ? runs : othersRuns) && results[index].Skipped is null;
                if (isDue)
                    results[index] = await MeasureAsync(tools[index], results[index], workload, run, say);
            }
        }

        return results;
    }

    private static async Task<CleanupResult> MeasureAsync(
        ICleanupTool tool, CleanupResult before, Workload workload, int run, Action<string> say)
    {
        try
        {
            var (seconds, refused) = await OnceAsync(tool, workload);
            say(string.Create(CultureInfo.InvariantCulture, $"{tool.Name}, run {run}: {seconds:0.0} s, {refused} calls refused"));
            return before with { Seconds = [.. before.Seconds, seconds], Refused = [.. before.Refused, refused] };
        }
        catch (Exception failure) when (failure is InvalidOperationException or Amazon.Runtime.AmazonServiceException)
        {
            say($"{tool.Name}, run {run}: {failure.Message}");
            return before with { Seconds = [], Refused = [], Skipped = $"failed: {failure.Message}" };
        }
    }

    private static async Task<(double Seconds, long Refused)> OnceAsync(ICleanupTool tool, Workload workload)
    {
        await using var emulator = await Service.StartAsync();
        var pool = await emulator.SeedAsync(workload.Guests, workload.Authenticated);
        if (workload.HasQuotas)
        {
            await emulator.TellAsync(new
            {
                settings = new
                {
                    latencyMs = Workload.LatencyMs,
                    requestRates = new { ListIdentities = Workload.ListRate, DeleteIdentities = Workload.DeleteRate },
                },
            });
        }
        var seconds = await tool.RunAsync(emulator, pool, workload);

        var expected = (workload.Guests - (tool.SampleOf(workload) ?? workload.Guests), workload.Authenticated);
        var left = await emulator.CountAsync(pool);
        if (left != expected)
        {
            throw new InvalidOperationException(
                $"{left.Guests} guests and {left.Authenticated} users remain; expected {expected.Item1} and {expected.Authenticated}.");
        }
        return (seconds, await RefusedAsync(emulator));
    }

    private static async Task<long> RefusedAsync(EmulatorProcess emulator)
    {
        var counts = (await emulator.TellAsync(new { calls = "count" })).GetProperty("counts");
        return counts.EnumerateObject().Sum(operation => operation.Value.TryGetProperty("400", out var refused)
            ? refused.GetInt64()
            : 0);
    }
}
