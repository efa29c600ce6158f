using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>The sections on drift, checks that could not run, and suppressed findings.</summary>
internal static class HtmlRest
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditReport report) => Markup.Join([Drift(report), NotChecked(report), Suppressed(report)]);

    private static Markup Drift(AuditReport report) => report.Differences.Count == 0
        ? Markup.Empty
        : Markup.Of(
            $"""
            <section id="drift" aria-labelledby="drift-title">
            <h2 id="drift-title">Drift</h2>
            <table class="cards">
            <caption>Differences between pools and their documents</caption>
            <thead><tr>
            <th scope="col">Identity pool</th>
            <th scope="col">Path</th>
            <th scope="col">Expected</th>
            <th scope="col">Actual</th>
            <th scope="col">Document</th>
            </tr></thead>
            <tbody>{Markup.Each(report.Differences, Row)}</tbody>
            </table>
            </section>
            """);

    private static Markup Row(PoolDocumentDifference one) => Markup.Of(
        $"""
        <tr><th scope="row">{Markup.Name(one.IdentityPool)}</th>
        <td data-label="Path">{Markup.Name(one.Path)}</td>
        <td data-label="Expected">{Value(one.Expected)}</td>
        <td data-label="Actual">{Value(one.Actual)}</td>
        <td data-label="Document">{Markup.Name(one.Reference)}</td>
        </tr>
        """);

    private static Markup Value(string? value) => value switch
    {
        null => Markup.Of($"<em>none</em>"),
        "" => Markup.Of($"<em>empty</em>"),
        _ => Markup.Of($"<code>{Markup.Name(value)}</code>"),
    };

    private static Markup NotChecked(AuditReport report) => report.NotChecked.Count == 0
        ? Markup.Empty
        : Markup.Of(
            $"""
            <section id="not-checked" aria-labelledby="not-checked-title">
            <h2 id="not-checked-title">Not checked</h2>
            <p>Some data could not be read, so findings may be missing.</p>
            <h3>Data that could not be read</h3>
            {Markup.Each(report.NotChecked, finding => HtmlFindings.Write(finding, isOpen: false))}
            </section>
            """);

    private static Markup Suppressed(AuditReport report) => report.Suppressed.Count == 0
        ? Markup.Empty
        : Markup.Of(
            $"""
            <section id="suppressed" aria-labelledby="suppressed-title">
            <h2 id="suppressed-title">Suppressed</h2>
            <table class="cards">
            <caption>Accepted findings</caption>
            <thead><tr>
            <th scope="col">Finding</th>
            <th scope="col">Severity</th>
            <th scope="col">Identity pool</th>
            <th scope="col">Target</th>
            <th scope="col">Reason</th>
            </tr></thead>
            <tbody>{Markup.Each(report.Suppressed, one => Markup.Of(
                $"""
                <tr><th scope="row">{AuditReport.Title(one.Id)}</th>
                <td data-label="Severity">{HtmlFindings.Badge(one.Severity)}</td>
                <td data-label="Identity pool">{Markup.Name(one.Pool)}</td>
                <td data-label="Target">{Markup.Name(one.Target)}</td>
                <td data-label="Reason">{Markup.Name(one.Suppression)}</td>
                </tr>
                """))}</tbody>
            </table>
            </section>
            """);
}
