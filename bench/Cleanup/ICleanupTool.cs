using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>Something that removes the guests of a pool.</summary>
internal interface ICleanupTool
{
    string Name { get; }

    /// <summary>Why it cannot run here; null when it can.</summary>
    string? Missing { get; }

    /// <summary>How many of the guests it removes, so that its time is extrapolated; null for all.</summary>
    int? SampleOf(Workload workload);

    /// <summary>Removes them and gives the seconds from the first request to the last answer.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    Task<double> RunAsync(EmulatorProcess emulator, string identityPoolId, Workload workload);
}
