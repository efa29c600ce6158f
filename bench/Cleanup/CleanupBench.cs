using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>Lets every tool do the same cleanup, each run against a fresh emulator, and counts afterwards what is left.</summary>
internal static class CleanupBench
{
    private static readonly ICleanupTool[] Others = [new Boto3Tool("boto3, 8 threads, batches of 60", "threads"), new Boto3Tool("boto3, plain loop", "loop"), new OneByOneTool()];

    /// <param name="shell">The module's shell.</param>
    /// <param name="workload">What is to be done.</param>
    /// <param name="runs">How often the module does it.</param>
    /// <param name="othersRuns">How often the others do it.</param>
    /// <param name="say">Told of each run.</param>
    public static async Task<IReadOnlyList<CleanupResult>> RunAsync(MeasuredShell shell, Workload workload, int runs, int othersRuns, Action<string> say)
    {
        var results = new List<CleanupResult>();
        foreach (var tool in Others.Prepend(new ModuleTool(shell))) results.Add(await MeasureAsync(tool, workload, tool is ModuleTool ? runs : othersRuns, say));
        return results;
    }

    private static async Task<CleanupResult> MeasureAsync(ICleanupTool tool, Workload workload, int runs, Action<string> say)
    {
        var result = new CleanupResult { Tool = tool.Name, Sample = tool.SampleOf(workload) };
        for (var run = 1; run <= runs; run++)
        {
            if (tool.Missing is { } missing) return result with { Skipped = missing };
            try
            {
                var (seconds, refused) = await OnceAsync(tool, workload);
                say($"{tool.Name}, run {run} of {runs}: {seconds:0.0} s, {refused} calls refused");
                result = result with { Seconds = [.. result.Seconds, seconds], Refused = [.. result.Refused, refused] };
            }
            catch (Exception failure) when (failure is InvalidOperationException or Amazon.Runtime.AmazonServiceException)
            {
                say($"{tool.Name}: {failure.Message}");
                return result with { Skipped = $"failed: {failure.Message}" };
            }
        }

        return result;
    }

    private static async Task<(double Seconds, long Refused)> OnceAsync(ICleanupTool tool, Workload workload)
    {
        await using var emulator = await EmulatorProcess.StartAsync();
        var pool = await emulator.SeedAsync(workload.Guests, workload.Authenticated);
        if (workload.HasQuotas)
            await emulator.TellAsync(new { settings = new { latencyMs = Workload.LatencyMs, requestRates = new { ListIdentities = Workload.ListRate, DeleteIdentities = Workload.DeleteRate } } });
        var seconds = await tool.RunAsync(emulator, pool, workload);

        var expected = (workload.Guests - (tool.SampleOf(workload) ?? workload.Guests), workload.Authenticated);
        var left = await emulator.CountAsync(pool);
        if (left != expected) throw new InvalidOperationException($"{left.Guests} guests and {left.Authenticated} users are left; {expected} were to be left.");
        return (seconds, await RefusedAsync(emulator));
    }

    private static async Task<long> RefusedAsync(EmulatorProcess emulator)
    {
        var counts = (await emulator.TellAsync(new { calls = "count" })).GetProperty("counts");
        return counts.EnumerateObject().Sum(operation => operation.Value.TryGetProperty("400", out var refused) ? refused.GetInt64() : 0);
    }
}
