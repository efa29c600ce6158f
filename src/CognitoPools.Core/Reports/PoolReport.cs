using CognitoPools.Reports.Html;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports;

/// <summary>Writes reports.</summary>
internal static class PoolReport
{
    /// <summary>The text of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">Its format.</param>
    public static string Write(AuditReport report, PoolReportFormat format) => format switch
    {
        PoolReportFormat.Html => HtmlReport.Write(report),
        PoolReportFormat.Sarif => SarifReport.Write(report),
        PoolReportFormat.Json => JsonReport.Write(report),
        _ => MarkdownReport.Write(report),
    };

    /// <summary>The format for the extension of a file name; null for an unknown extension.</summary>
    /// <param name="path">The name of a file.</param>
    public static PoolReportFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => PoolReportFormat.Html,
        ".SARIF" => PoolReportFormat.Sarif,
        ".JSON" => path.EndsWith(".sarif.json", StringComparison.OrdinalIgnoreCase) ? PoolReportFormat.Sarif : PoolReportFormat.Json,
        ".MD" or ".MARKDOWN" => PoolReportFormat.Markdown,
        _ => null,
    };
}
