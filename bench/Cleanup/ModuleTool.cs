using System.Globalization;
using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>The module's pipeline in a new shell.</summary>
/// <param name="shell">The shell.</param>
internal sealed class ModuleTool(MeasuredShell shell) : ICleanupTool
{
    public const string ToolName = "CognitoPools";

    public string Name => ToolName;

    public string? Missing => null;

    public int? SampleOf(Workload workload) => null;

    public async Task<double> RunAsync(EmulatorProcess emulator, string identityPoolId, Workload workload)
    {
        var result = await ChildProgram.ShellAsync(shell, emulator, $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module CognitoPools
            {{ModulePipeline.Connect(emulator, workload.HasQuotas)}}
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            {{string.Format(CultureInfo.InvariantCulture, ModulePipeline.Guests, identityPoolId)}} | {{ModulePipeline.Remove}}
            '{"seconds":' + $watch.Elapsed.TotalSeconds.ToString('R', [cultureinfo]::InvariantCulture) + '}'
            """);
        return result.GetProperty("seconds").GetDouble();
    }
}
