using CognitoPools.Reports.Html;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports;

/// <summary>Writes reports.</summary>
internal static class PoolReport
{
    /// <summary>The text of a report.</summary>
    /// <param name="report">What it tells.</param>
    /// <param name="format">Its format.</param>
    public static string Write(AuditReport report, PoolReportFormat format) => format switch
    {
        PoolReportFormat.Html => HtmlReport.Write(report),
        PoolReportFormat.Sarif => SarifReport.Write(report),
        PoolReportFormat.Json => JsonReport.Write(report),
        _ => MarkdownReport.Write(report),
    };

    /// <summary>The format that the ending of a file's name stands for; null when it stands for none.</summary>
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
