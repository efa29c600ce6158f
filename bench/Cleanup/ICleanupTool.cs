using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>A tool that removes the guests of a pool.</summary>
internal interface ICleanupTool
{
    string Name { get; }

    /// <summary>The reason why the tool cannot run on this machine, or null.</summary>
    string? Missing { get; }

    /// <summary>The number of guests to remove if the time is extrapolated, or null to remove all.</summary>
    int? SampleOf(Workload workload);

    /// <summary>Removes the guests and returns the seconds from the first request to the last answer.</summary>
    /// <exception cref="InvalidOperationException">The tool failed.</exception>
    Task<double> RunAsync(EmulatorProcess emulator, string identityPoolId, Workload workload);
}
