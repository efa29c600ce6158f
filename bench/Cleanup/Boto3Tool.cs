using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>A script on boto3.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="mode">What the script is told to do.</param>
internal sealed class Boto3Tool(string name, string mode) : ICleanupTool
{
    public string Name => name;

    public string? Missing => Tools.PythonWithBoto3 is null ? "boto3 is not installed" : null;

    public int? SampleOf(Workload workload) => null;

    public async Task<double> RunAsync(EmulatorProcess emulator, string identityPoolId, Workload workload)
    {
        var result = await ChildProgram.RunAsync(
            emulator, Tools.PythonWithBoto3!,
            [Path.Combine(AppContext.BaseDirectory, "boto3_cleanup.py"), emulator.Url, identityPoolId, mode]);
        return result.GetProperty("seconds").GetDouble();
    }
}
