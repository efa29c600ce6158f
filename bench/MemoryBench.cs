using System.Globalization;

namespace CognitoPools.Bench;

/// <summary>Measures the peak memory of a shell that removes identities, for rising numbers of identities.</summary>
internal static class MemoryBench
{
    public static async Task<IReadOnlyList<MemoryResult>> RunAsync(
        MeasuredShell shell, IEnumerable<int> counts, Action<string> say)
    {
        var results = new List<MemoryResult>();
        foreach (var count in counts)
        {
            var result = await OnceAsync(shell, count);
            say(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} identities: {result.PeakBytes / 1048576.0:0.0} MiB peak, "
                    + $"{result.KeptBytes / 1048576.0:0.0} MiB of objects kept afterwards, {result.Seconds:0.0} s"));
            results.Add(result);
        }

        return results;
    }

    private static async Task<MemoryResult> OnceAsync(MeasuredShell shell, int count)
    {
        await using var emulator = await Service.StartAsync();
        var pool = await emulator.SeedAsync(count);
        // On Linux, the peak is VmHWM, which the kernel records from the start of the process.
        var result = await ChildProgram.ShellAsync(shell, emulator, $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module CognitoPools
            {{ModulePipeline.Connect(emulator, withQuotas: false)}}
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            {{string.Format(CultureInfo.InvariantCulture, ModulePipeline.Guests, pool)}} | {{ModulePipeline.Remove}}
            $seconds = $watch.Elapsed.TotalSeconds.ToString('R', [cultureinfo]::InvariantCulture)
            $peak = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
            [System.GC]::Collect(); [System.GC]::WaitForPendingFinalizers()
            '{"peak":' + $peak + ',"kept":' + [System.GC]::GetTotalMemory($true) + ',"seconds":' + $seconds + '}'
            """);
        var (left, _) = await emulator.CountAsync(pool);
        if (left != 0)
            throw new InvalidOperationException($"{left} of {count} identities were not removed.");
        return new MemoryResult(
            count, result.GetProperty("peak").GetInt64(),
            result.GetProperty("kept").GetInt64(), result.GetProperty("seconds").GetDouble());
    }
}
