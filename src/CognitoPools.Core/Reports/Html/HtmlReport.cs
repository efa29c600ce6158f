using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>Writes a report as one HTML page that needs nothing else.</summary>
internal static class HtmlReport
{
    /// <summary>The page.</summary>
    /// <param name="report">What it tells.</param>
    public static string Write(AuditReport report) => Markup.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="{ReportText.Tool} {ReportText.Version}">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Identity pool audit{(report.AccountId is { } account ? $" of account {account}" : "")}</title>
            <style>{new Markup(HtmlStyle.Text)}</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            {HtmlHeader.Write(report)}
            <main id="content" tabindex="-1">
            {HtmlFindings.Write(report)}
            {HtmlPools.Write(report)}
            {HtmlIdentities.Write(report)}
            {HtmlRest.Write(report)}
            </main>
            <footer><p>Written by {ReportText.Tool} {ReportText.Version} at <time>{ReportText.Of(report.Time)}</time>.</p></footer>
            </body>
            </html>

            """).Html.Replace("\r\n", "\n");
}
