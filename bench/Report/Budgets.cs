using System.Globalization;
using CognitoPools.Bench.Fleet;

namespace CognitoPools.Bench.Report;

/// <summary>The project's budgets against the numbers.</summary>
internal static class Budgets
{
    private const double BoundShare = 0.97;
    private const double FasterThanThreads = 10;
    // The allocator's and the garbage collector's own noise.
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
            $"import below {ImportMs} ms in a started shell", ImportMs, StartBench.FirstModule),
        Within(results.Start, StartBench.First, $"first answer below {FirstAnswerMs} ms", FirstAnswerMs),
        Whole(results.Start),
    ];

    private static Budget AtQuotas(CleanupPart? part)
    {
        const string what = "at the quotas at least 97 % of the bound that listing sets";
        if (part?.Ours() is not { } ours)
            return NotMeasured(what);
        var share = part.Workload.BoundSeconds / ours.Median;
        return new(what, Text($"{share * 100:0.0} %"), share >= BoundShare);
    }

    // A second of a cold start weighs in the small cleanup and not in the large one, which the budget is for.
    private static Budget Unlimited(CleanupPart? small, CleanupPart? million)
    {
        const string what = "without quotas at least ten times boto3's threads, at a million identities";
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
        var what = Text($"a fleet of pools and roles at least {times} times as fast as {tool}");
        if (fleet?.Of(FleetBench.Module) is not { } ours || fleet.Of(tool) is not { } others)
            return NotMeasured(what);
        var ratio = others.Median / ours.Median;
        return new(what, Text($"{ratio:0.0} times"), ratio >= times);
    }

    private static Budget Memory(IReadOnlyList<MemoryResult>? memory)
    {
        const string what = "memory flat from ten thousand to a million identities (within 15 %)";
        if (memory is null || memory.Count < 2)
            return NotMeasured(what);
        var ratio = (double)memory[^1].PeakBytes / memory[0].PeakBytes;
        return memory[^1].Identities < 1_000_000
            ? NotMeasured(what)
            : new(what, Text($"{ratio:0.00} times"), ratio <= FlatMemory);
    }

    private static Budget Within(
        IReadOnlyList<StartResult>? start, string name, string what, double limit, string? beside = null) =>
        Found(start, name) is { } found
            ? new(
                what,
                Text(
                    $"{found.Median:0} ms{(beside is not null && Found(start, beside) is { } other ? Text($" ({other.Median:0} ms: {beside})") : "")}"),
                found.Median < limit)
            : NotMeasured(what);

    private static StartResult? Found(IReadOnlyList<StartResult>? start, string name) =>
        start?.FirstOrDefault(result => result.What == name && result.Milliseconds.Count > 0);

    private static Budget Whole(IReadOnlyList<StartResult>? start)
    {
        const string what = "a whole call below the AWS CLI's";
        return Found(start, StartBench.WholeProcess) is { } ours && Found(start, StartBench.AwsCli) is { } cli
            ? new(what, Text($"{ours.Median:0} ms against {cli.Median:0} ms"), ours.Median < cli.Median)
            : NotMeasured(what);
    }

    private static Budget NotMeasured(string what) => new(what, "not measured", null);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
