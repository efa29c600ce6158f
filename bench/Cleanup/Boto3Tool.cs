using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>A script that uses boto3.</summary>
/// <param name="name">The name in the table.</param>
/// <param name="mode">The mode of the script.</param>
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
