using System.Text;
using System.Text.RegularExpressions;
using CognitoPools.Documents.Comparison;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports;

/// <summary>Writes a report as Markdown.</summary>
internal static class MarkdownReport
{
    private static readonly Regex Backticks = new("`+", RegexOptions.CultureInvariant);

    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    public static string Write(AuditReport report)
    {
        var text = new StringBuilder("# Identity pool audit\n\n");
        if (report.AccountId is { } account)
            text.Append("Account ").Append(MarkdownText.Quoted(account)).Append(", ");
        foreach (var region in report.Regions)
            text.Append(MarkdownText.Quoted(region)).Append(", ");
        text.Append(ReportText.Of(report.Time)).Append(".\n\n");
        AddSummary(text, report);
        foreach (var severity in AuditReport.Severities)
            AddFindings(text, severity.ToString(), [.. report.Found.Where(finding => finding.Severity == severity)]);
        AddFindings(text, "Not checked", report.NotChecked);
        AddSuppressed(text, report.Suppressed);
        AddMeasurements(text, report);
        if (report.Differences.Count > 0)
            text.Append("## Drift\n\n").Append(DifferenceMarkdown.Write(report.Differences, heading: "###"));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AddSummary(StringBuilder text, AuditReport report)
    {
        text.Append("| Severity | Findings |\n| --- | ---: |\n");
        foreach (var severity in AuditReport.Severities)
            AddRow(text, severity.ToString(), ReportText.Of(report.Count(severity)));
        AddRow(text, "Not checked", ReportText.Of(report.NotChecked.Count));
        AddRow(text, "Suppressed", ReportText.Of(report.Suppressed.Count));
        text.Append('\n');
        if (report.Pools.Count == 0)
            return;
        text.Append("| Pool | Region | Guests | Basic flow | Findings |\n| --- | --- | --- | --- | ---: |\n");
        foreach (var pool in report.Pools)
        {
            AddRow(
                text, MarkdownText.Quoted(pool.Pool.Name), pool.Pool.Region, pool.Pool.GuestAccess ? "yes" : "no",
                ReportText.BasicFlow(pool),
                ReportText.Of(report.Found.Count(finding => finding.IdentityPoolId == pool.Pool.IdentityPoolId)));
        }
        text.Append('\n');
    }

    private static void AddFindings(StringBuilder text, string heading, IReadOnlyList<PoolFinding> findings)
    {
        if (findings.Count == 0)
            return;
        text.Append("## ").Append(heading).Append("\n\n");
        foreach (var finding in findings)
        {
            text.Append("### ").Append(MarkdownText.Prose(AuditReport.Title(finding.Id))).Append('\n').Append('\n');
            text.Append(MarkdownText.Quoted(finding.Id)).Append(": ");
            if (finding.Pool is { } pool)
                text.Append(MarkdownText.Quoted(pool)).Append(", ");
            text.Append(MarkdownText.Quoted(finding.Target)).Append(". ").Append(MarkdownText.Prose(finding.Why)).Append("\n\n");
            if (finding.Evidence.Length > 0)
                text.Append(MarkdownText.Quoted(finding.Evidence)).Append("\n\n");
            if (finding.Remedy.Length > 0)
                text.Append(Block(finding.Remedy)).Append('\n');
            if (Uri.TryCreate(finding.Reference, UriKind.Absolute, out var page) && page.Scheme is "https" or "http")
                text.Append("[Reference](<").Append(page!.AbsoluteUri).Append(">)\n\n");
        }
    }

    private static void AddSuppressed(StringBuilder text, IReadOnlyList<PoolFinding> findings)
    {
        if (findings.Count == 0)
            return;
        text.Append("## Suppressed\n\n| Finding | Pool | Target | Reason |\n| --- | --- | --- | --- |\n");
        foreach (var finding in findings)
        {
            AddRow(
                text, MarkdownText.Quoted(finding.Id), MarkdownText.Quoted(finding.Pool), MarkdownText.Quoted(finding.Target),
                MarkdownText.Prose(finding.Suppression ?? ""));
        }
        text.Append('\n');
    }

    private static void AddMeasurements(StringBuilder text, AuditReport report)
    {
        if (report.Measurements.Count == 0)
            return;
        var forecast = new CleanupForecast(report.Rates);
        text.Append("## Identities\n\n| Pool | Identities | Guests | Time to remove all guests |\n| --- | ---: | ---: | --- |\n");
        foreach (var one in report.Measurements)
        {
            AddRow(
                text, MarkdownText.Quoted(report.NameOf(one.IdentityPoolId)), ReportText.Of(one.Total), ReportText.Of(one.Guests),
                forecast.Of(one.Total, one.Guests) is { } duration ? $"about {ReportText.Of(duration)}" : "not estimated");
        }
        text.Append('\n');
    }

    private static void AddRow(StringBuilder text, params string[] cells) => text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    // The fence must be longer than any run of backticks in the code.
    private static string Block(string code)
    {
        var longest = Backticks.Matches(code).Cast<Match>().Select(run => run.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}powershell\n{code.Replace("\r\n", "\n").Replace('\r', '\n')}\n{fence}\n";
    }
}
