using System.Globalization;
using System.Text;
using CognitoPools.Bench.Cleanup;
using CognitoPools.Bench.Fleet;

namespace CognitoPools.Bench.Report;

/// <summary>Writes the tables of the results in Markdown.</summary>
internal static class MarkdownReport
{
    private const string Quotas = "at the quotas (ListIdentities 5/s, DeleteIdentities 10/s) and 20 ms latency";

    public static string Write(BenchResults results)
    {
        var text = new StringBuilder();
        const string Shared = "Client and emulator share the machine, so the ratios are more reliable than the absolute values.";
        var quick = results.Quick ? " **A run with --quick: the numbers do not count.**" : "";
        Line(text, $"Measured on {results.Date:yyyy-MM-dd}: {results.Machine}. The shell is {results.Shell}. {Shared}{quick}");
        Table(
            text,
            "Budgets",
            ["Budget", "Measured", "Met"],
            Budgets.Of(results).Select(budget => new[]
            {
                budget.What,
                budget.Measured,
                budget.Holds switch { true => "yes", false => "**no**", null => "" },
            }));
        if (results.Quotas is { } quotas)
        {
            Table(
                text,
                Text($"(a) {Count(quotas.Workload.Guests)} guests of {Count(quotas.Workload.Total)} identities, {Quotas}"),
                ["Tool", "Seconds", "Identities/s", "Of the limit", "Compared with CognitoPools", "Calls throttled"],
                [
                    [
                        "the limit: pages / rate",
                        Text($"{quotas.Workload.BoundSeconds:0.0}"),
                        Rate(quotas.Workload, quotas.Workload.BoundSeconds),
                        "100 %",
                        "",
                        "",
                    ],
                    .. quotas.Results.Select(result => Row(quotas, result, withBound: true)),
                ]);
        }

        foreach (var unlimited in new[] { results.Unlimited, results.Million }.OfType<CleanupPart>())
        {
            Table(
                text,
                Text(
                    $"(b) {Count(unlimited.Workload.Guests)} guests of {Count(unlimited.Workload.Total)} identities, without quotas and latency"),
                ["Tool", "Seconds", "Identities/s", "Compared with CognitoPools"],
                unlimited.Results.Select(result => Row(unlimited, result, withBound: false)));
        }

        if (results.Memory is { } memory)
        {
            Table(
                text,
                "(c) Peak memory of the whole shell while it lists and removes identities",
                [
                    "Identities",
                    "Peak MiB",
                    Text($"Compared with {Count(memory[0].Identities)}"),
                    "MiB of objects kept afterwards",
                    "Identities/s",
                ],
                memory.Select(result => new[]
                {
                    Count(result.Identities),
                    Text($"{result.PeakBytes / 1048576.0:0.0}"),
                    Text($"{(double)result.PeakBytes / memory[0].PeakBytes:0.00}"),
                    Text($"{result.KeptBytes / 1048576.0:0.0}"),
                    Count(result.Identities / result.Seconds),
                }));
        }

        if (results.Start is { } start)
        {
            Table(
                text,
                "(d) Start",
                ["What", "ms"],
                start.Select(result => new[]
                {
                    result.What,
                    result.Skipped ?? Text($"{result.Median:0} (median of {result.Milliseconds.Count})"),
                }));
        }

        if (results.Fleet is { } fleet)
        {
            Table(
                text,
                Text($"(e) {Count(fleet.Pools)} pools with a provider and two roles each, at {FleetBench.LatencyMs} ms latency"),
                ["Tool", "Seconds", "Pools/s", "Compared with CognitoPools", "Calls"],
                fleet.Results.Select(result => Row(fleet, result)));
        }

        return text.ToString();
    }

    private static string[] Row(CleanupPart part, CleanupResult result, bool withBound)
    {
        var empty = withBound ? 4 : 2;
        if (result.Skipped is { } reason)
            return [result.Tool, reason, .. Enumerable.Repeat("", empty)];
        var seconds = Text(
            $"{result.Median:0.0} ")
                + (result.Sample is { } sample
                    ? $"(extrapolated from {Count(sample)})"
                    : result.Seconds.Count == 1 ? "(1 run)" : $"(median of {result.Seconds.Count})");
        var ratio = part.Ours() is { } ours ? Text($"{result.Median / ours.Median:0.0} times as long") : "";
        string[] all =
        [
            result.Tool,
            seconds,
            Rate(part.Workload, result.Median),
            Text($"{part.Workload.BoundSeconds / result.Median * 100:0.0} %"),
            result.Tool == ModuleTool.ToolName ? "1" : ratio,
            Text($"{Statistics.Median([.. result.Refused.Select(count => (double)count)]):0}"),
        ];
        return withBound ? all : [.. all[..3], all[4]];
    }

    private static string[] Row(FleetPart fleet, FleetResult result)
    {
        if (result.Skipped is { } reason)
            return [result.Tool, reason, "", "", ""];
        var runs = result.Seconds.Count == 1 ? "1 run" : Text($"median of {result.Seconds.Count}");
        var ratio = fleet.Of(FleetBench.Module) is { } ours ? Text($"{result.Median / ours.Median:0.0} times as long") : "";
        return
        [
            result.Tool,
            Text($"{result.Median:0.0} ({runs})"),
            Count(fleet.Pools / result.Median),
            result.Tool == FleetBench.Module ? "1" : ratio,
            Count(result.Calls),
        ];
    }

    private static string Rate(Workload workload, double seconds) => Count(workload.Guests / seconds);

    private static void Table(StringBuilder text, string title, string[] header, IEnumerable<string[]> rows)
    {
        Line(text, $"");
        Line(text, $"### {title}");
        Line(text, $"");
        Line(text, $"| {string.Join(" | ", header)} |");
        Line(text, $"|{string.Concat(header.Select(_ => "---|"))}");
        foreach (var row in rows)
            Line(text, $"| {string.Join(" | ", row.Select(cell => cell.Replace('|', '/').Replace('\n', ' ')))} |");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(Text(line)).Append('\n');

    private static string Count(double count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
