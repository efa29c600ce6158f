using System.Globalization;
using CognitoPools.Bench.Fleet;

namespace CognitoPools.Bench.Report;

/// <summary>Compares the results with the project's budgets.</summary>
internal static class Budgets
{
    private const double BoundShare = 0.97;
    private const double FasterThanThreads = 10;
    // Allows for the noise of the allocator and the garbage collector.
    private const double FlatMemory = 1.15;
    private const double FleetFasterThanLoop = 10;
    private const double FleetFasterThanThreads = 3;
    private const double ImportMs = 70;
    private const double FirstAnswerMs = 250;

    public static IReadOnlyList<Budget> Of(BenchResults results) =>
    [
        AtQuotas(results.Quotas),
        Unlimited(results.Unlimited, results.Million),
        Faster(results.Fleet, FleetBench.Loop, FleetFasterThanLoop),
        Faster(results.Fleet, FleetBench.Threads, FleetFasterThanThreads),
        Memory(results.Memory),
        Within(
            results.Start, StartBench.Import,
            $"import in less than {ImportMs} ms in a started shell", ImportMs, StartBench.FirstModule),
        Within(results.Start, StartBench.First, $"first answer in less than {FirstAnswerMs} ms", FirstAnswerMs),
        Whole(results.Start),
    ];

    private static Budget AtQuotas(CleanupPart? part)
    {
        const string what = "at the quotas, at least 97 % of the limit of the listing";
        if (part?.Ours() is not { } ours)
            return NotMeasured(what);
        var share = part.Workload.BoundSeconds / ours.Median;
        return new(what, Text($"{share * 100:0.0} %"), share >= BoundShare);
    }

    // The budget is for the large cleanup. In the small one, a second of the cold start counts too much.
    private static Budget Unlimited(CleanupPart? small, CleanupPart? million)
    {
        const string what = "without quotas, at least 10 times as fast as boto3 with 8 threads, at a million identities";
        if (Ratio(million) is not { } ratio)
            return NotMeasured(what);
        return new(
            what,
            Text(
                $"{ratio:0.0} times{(Ratio(small) is { } less ? Text($" ({less:0.0} times at {small!.Workload.Total:#,##0})") : "")}"),
            ratio >= FasterThanThreads);
    }

    private static double? Ratio(CleanupPart? part) =>
        part?.Ours() is { } ours && part.Of(result => result.Tool.Contains("threads", StringComparison.Ordinal)) is { } threads
            ? threads.Median / ours.Median
            : null;

    private static Budget Faster(FleetPart? fleet, string tool, double times)
    {
        var what = Text($"for a fleet of pools and roles, at least {times} times as fast as {tool}");
        if (fleet?.Of(FleetBench.Module) is not { } ours || fleet.Of(tool) is not { } others)
            return NotMeasured(what);
        var ratio = others.Median / ours.Median;
        return new(what, Text($"{ratio:0.0} times"), ratio >= times);
    }

    private static Budget Memory(IReadOnlyList<MemoryResult>? memory)
    {
        const string what = "constant memory from 10,000 to a million identities (within 15 %)";
        if (memory is null || memory.Count < 2)
            return NotMeasured(what);
        var ratio = (double)memory[^1].PeakBytes / memory[0].PeakBytes;
        return memory[^1].Identities < 1_000_000
            ? NotMeasured(what)
            : new(what, Text($"{ratio:0.00} times"), ratio <= FlatMemory);
    }

    private static Budget Within(
        IReadOnlyList<StartResult>? start, string name, string what, double limit, string? related = null) =>
        Found(start, name) is { } found
            ? new(
                what,
                Text(
                    $"{found.Median:0} ms{(related is not null && Found(start, related) is { } other ? Text($" ({other.Median:0} ms: {related})") : "")}"),
                found.Median < limit)
            : NotMeasured(what);

    private static StartResult? Found(IReadOnlyList<StartResult>? start, string name) =>
        start?.FirstOrDefault(result => result.What == name && result.Milliseconds.Count > 0);

    private static Budget Whole(IReadOnlyList<StartResult>? start)
    {
        const string what = "a whole call in less time than the AWS CLI";
        return Found(start, StartBench.WholeProcess) is { } ours && Found(start, StartBench.AwsCli) is { } cli
            ? new(what, Text($"{ours.Median:0} ms, AWS CLI {cli.Median:0} ms"), ours.Median < cli.Median)
            : NotMeasured(what);
    }

    private static Budget NotMeasured(string what) => new(what, "not measured", null);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
