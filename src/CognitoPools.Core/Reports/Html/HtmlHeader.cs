using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>The page header: the audited account, the number of findings by severity, and links to the sections.</summary>
internal static class HtmlHeader
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditReport report) => Markup.Of(
        $"""
        <header>
        <h1>Identity pool audit</h1>
        <p class="verdict">{Verdict(report)}</p>
        <dl class="facts">
        {(report.AccountId is { } account ? Markup.Of($"<div><dt>Account</dt><dd>{account}</dd></div>") : Markup.Empty)}
        <div><dt>{(report.Regions.Count == 1 ? "Region" : "Regions")}</dt><dd>{Regions(report)}</dd></div>
        <div><dt>Identity pools</dt><dd>{Pools(report)}</dd></div>
        <div><dt>Time</dt><dd><time datetime="{ReportText.Of(report.Time)}">{ReportText.Of(report.Time)}</time></dd></div>
        </dl>
        <ul class="tiles" aria-label="Findings by severity">
        {Markup.Each(AuditReport.Severities, severity => Tile(severity, report.Count(severity)))}
        </ul>
        <nav aria-label="Sections"><ul>
        {Markup.Each(Sections(report), section => Markup.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>"))}
        </ul></nav>
        </header>
        """);

    private static Markup Tile(PoolFindingSeverity severity, int count) => Markup.Of(
        $"""
        <li class="tile {HtmlFindings.Class(severity)}{(count == 0 ? " none" : "")}">
        <span class="number">{ReportText.Of(count)}</span> <span>{severity.ToString()}</span></li>
        """);

    private static string Verdict(AuditReport report)
    {
        var (critical, high) = (report.Count(PoolFindingSeverity.Critical), report.Count(PoolFindingSeverity.High));
        var rest = report.Found.Count - critical - high;
        if (report.Found.Count == 0)
        {
            return report.NotChecked.Count == 0
                ? "No findings."
                : "No findings, but some checks could not run.";
        }
        if (critical + high == 0)
            return $"No critical or high findings. {ReportText.Count(rest, "finding has", "findings have")} a lower severity.";
        return $"{ReportText.Count(critical + high, "critical or high finding needs", "critical or high findings need")} attention first."
            + (rest == 0 ? "" : $" {ReportText.Count(rest, "finding has", "findings have")} a lower severity.");
    }

    private static string Regions(AuditReport report) => report.Regions.Count == 0 ? "unknown" : string.Join(", ", report.Regions);

    private static string Pools(AuditReport report) => ReportText.Of(
        report.Pools.Count > 0
            ? report.Pools.Count
            : report.Findings.Select(finding => finding.IdentityPoolId).Where(id => id is not null).Distinct(StringComparer.Ordinal).Count());

    private static IEnumerable<(string Id, string Title)> Sections(AuditReport report)
    {
        yield return ("findings", "Findings");
        if (report.Pools.Count > 0)
            yield return ("pools", "Identity pools");
        if (report.Measurements.Count > 0)
            yield return ("identities", "Identities");
        if (report.Differences.Count > 0)
            yield return ("drift", "Drift");
        if (report.NotChecked.Count > 0)
            yield return ("not-checked", "Not checked");
        if (report.Suppressed.Count > 0)
            yield return ("suppressed", "Suppressed");
    }
}
