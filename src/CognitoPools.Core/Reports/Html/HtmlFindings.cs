using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>The findings by severity.</summary>
internal static class HtmlFindings
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditReport report) => Markup.Of(
        $"""
        <section id="findings" aria-labelledby="findings-title">
        <h2 id="findings-title">Findings</h2>
        {(report.Found.Count == 0 ? Markup.Of($"<p>No findings.</p>") : Markup.Empty)}
        {Markup.Each(AuditReport.Severities, severity => Group(severity, [.. report.Found.Where(finding => finding.Severity == severity)]))}
        </section>
        """);

    /// <summary>The CSS class of a severity.</summary>
    public static string Class(PoolFindingSeverity severity) => severity switch
    {
        PoolFindingSeverity.Critical => "critical",
        PoolFindingSeverity.High => "high",
        PoolFindingSeverity.Medium => "medium",
        PoolFindingSeverity.Low => "low",
        _ => "info",
    };

    /// <summary>The name of a severity, so that the page does not rely on color.</summary>
    public static Markup Badge(PoolFindingSeverity severity) =>
        Markup.Of($"<span class=\"badge {Class(severity)}\">{severity.ToString()}</span>");

    /// <summary>A finding that the reader can open and close.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="isOpen">Whether it is open initially.</param>
    public static Markup Write(PoolFinding finding, bool isOpen) => Markup.Of(
        $"""
        <details class="finding {Class(finding.Severity)}"{new Markup(isOpen ? " open" : "")}>
        <summary><h4>{Badge(finding.Severity)} {AuditReport.Title(finding.Id)}</h4>
        <span class="where">{Where(finding)}</span></summary>
        <div class="body">
        {Part("Evidence", finding.Evidence.Length == 0 ? Markup.Empty : Markup.Code(finding.Evidence))}
        {Part("Why it matters", Markup.Of($"<p>{ShownText.Of(finding.Why)}</p>"))}
        {Part("Remedy", finding.Remedy.Length == 0 ? Markup.Empty : Markup.Commands(finding.Remedy))}
        <p class="more">Check <code>{finding.Id}</code>{Reference(finding)}</p>
        {(finding.Suppression is { } note ? Markup.Of($"<p class=\"note\">Suppression: {ShownText.Of(note)}</p>") : Markup.Empty)}
        </div>
        </details>
        """);

    private static Markup Group(PoolFindingSeverity severity, IReadOnlyList<PoolFinding> findings) => findings.Count == 0
        ? Markup.Empty
        : Markup.Of(
            $"""
            <section aria-labelledby="{Class(severity)}-title">
            <h3 id="{Class(severity)}-title">{severity.ToString()} <span class="count">({ReportText.Of(findings.Count)})</span></h3>
            {Markup.Each(findings, finding => Write(finding, severity >= PoolFindingSeverity.High))}
            </section>
            """);

    private static Markup Where(PoolFinding finding) => finding.Pool is { } pool
        ? Markup.Of($"{Markup.Name(pool)}: {Markup.Name(finding.Target)}")
        : Markup.Name(finding.Target);

    private static Markup Part(string title, Markup content) =>
        content.Html.Length == 0 ? Markup.Empty : Markup.Of($"<h5>{title}</h5>{content}");

    private static Markup Reference(PoolFinding finding) =>
        string.IsNullOrEmpty(finding.Reference)
            ? Markup.Empty
            : Markup.Of($" · {Markup.Link(finding.Reference, $"Reference for {finding.Id}")}");
}
