using System.Runtime.InteropServices;

namespace CognitoPools.Bench.Report;

/// <summary>The machine of the measurements, without its name.</summary>
/// <param name="Processor">The processor's model.</param>
/// <param name="Cores">The number of processors that are available to the process.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Runtime">The .NET version.</param>
internal sealed record Machine(string Processor, int Cores, string OperatingSystem, string Runtime)
{
    public static Machine Read() =>
        new(
            ProcessorModel(), Environment.ProcessorCount,
            RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);

    public override string ToString() => $"{Processor}, {Cores} cores, {OperatingSystem}, {Runtime}";

    private static string ProcessorModel()
    {
        const string facts = "/proc/cpuinfo";
        var model = File.Exists(facts)
            ? File.ReadLines(facts).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
