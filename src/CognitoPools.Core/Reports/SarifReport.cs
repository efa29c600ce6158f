using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPools.Audit;
using CognitoPools.Documents;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports;

/// <summary>Writes a report as SARIF 2.1.0 for GitHub code scanning.</summary>
/// <remarks>https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning</remarks>
internal static class SarifReport
{
    // Only brackets that look like a placeholder or a link must be escaped. Evidence contains many others.
    private static readonly Regex Placeholder = new(@"\{(\d+)\}", RegexOptions.CultureInvariant);

    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    public static string Write(AuditReport report) => ReportJson.Write(writer =>
    {
        var rules = new SarifRules(report);
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteArray("runs", [report], run =>
        {
            writer.WriteObject("tool", () => writer.WriteObject("driver", () => WriteDriver(writer, rules)));
            writer.WriteArray("invocations", [run], _ => WriteInvocation(writer, run));
            writer.WriteObject("automationDetails", () => writer.WriteString("id", $"{ReportText.Tool}/{run.AccountId ?? "account"}/"));
            writer.WriteString("columnKind", "utf16CodeUnits");
            WriteResults(writer, run, rules);
        });
        writer.WriteEndObject();
    });

    private static void WriteDriver(Utf8JsonWriter writer, SarifRules rules)
    {
        writer.WriteString("name", ReportText.Tool);
        writer.WriteString("version", ReportText.Version);
        writer.WriteString("semanticVersion", ReportText.Version);
        rules.Write(writer);
        writer.WriteArray("notifications", [AuditChecks.NotChecked], id =>
        {
            writer.WriteString("id", id);
            writer.WriteString("name", id);
            writer.WriteObject("shortDescription", () => writer.WriteString("text", "Some data could not be read, so some checks could not run."));
        });
    }

    private static void WriteInvocation(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteString("endTimeUtc", ReportText.Of(report.Time));
        writer.WriteBoolean("executionSuccessful", true);
        writer.WriteArray("toolExecutionNotifications", report.NotChecked, finding =>
        {
            writer.WriteObject("descriptor", () =>
            {
                writer.WriteString("id", finding.Id);
                writer.WriteNumber("index", 0);
            });
            writer.WriteString("level", "warning");
            WriteMessage(writer, finding);
            WriteLocations(writer, report, finding);
        });
    }

    private static void WriteResults(Utf8JsonWriter writer, AuditReport report, SarifRules rules)
    {
        // Findings with the same target are numbered in their order.
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var results = report.Findings.Where(finding => finding.Status is PoolFindingStatus.Found or PoolFindingStatus.Suppressed);
        writer.WriteArray("results", results, finding =>
        {
            writer.WriteString("ruleId", finding.Id);
            writer.WriteNumber("ruleIndex", rules.IndexOf(finding.Id));
            writer.WriteString("kind", "fail");
            writer.WriteString("level", SarifRules.Level(finding.Severity));
            WriteMessage(writer, finding);
            WriteLocations(writer, report, finding);
            var print = Fingerprint(finding);
            seen[print] = seen.TryGetValue(print, out var times) ? times + 1 : 1;
            writer.WriteObject(
                "partialFingerprints",
                // Code scanning compares only this name.
                () => writer.WriteString("primaryLocationLineHash", FormattableString.Invariant($"{print}:{seen[print]}")));
            if (finding.Status == PoolFindingStatus.Suppressed)
            {
                writer.WriteArray("suppressions", [finding], one =>
                {
                    writer.WriteString("kind", "external");
                    writer.WriteString("status", "accepted");
                    writer.WriteString("justification", one.Suppression ?? "");
                });
            }
            writer.WriteObject("properties", () =>
            {
                writer.WriteString("severity", finding.Severity.ToString());
                writer.WriteString("identityPoolId", finding.IdentityPoolId);
                writer.WriteString("pool", finding.Pool);
                writer.WriteString("target", finding.Target);
                writer.WriteString("evidence", finding.Evidence);
                writer.WriteString("remedy", finding.Remedy);
                writer.WriteString("reference", finding.Reference);
            });
        });
    }

    private static void WriteMessage(Utf8JsonWriter writer, PoolFinding finding)
    {
        var subject = finding.Pool is { } pool ? $"Identity pool {pool}: {finding.Target}" : finding.Target;
        var evidence = finding.Evidence.Length > 0 ? $": {Sentences.Ended(finding.Evidence)}" : ".";
        writer.WriteObject("message", () => writer.WriteString("text", Plain($"{subject}{evidence} {finding.Why}")));
    }

    private static void WriteLocations(Utf8JsonWriter writer, AuditReport report, PoolFinding finding) =>
        writer.WriteArray("locations", [finding], _ =>
        {
            writer.WriteObject("physicalLocation", () =>
            {
                writer.WriteObject("artifactLocation", () => writer.WriteString("uri", FileOf(report, finding)));
                writer.WriteObject("region", () => writer.WriteNumber("startLine", 1));
            });
            writer.WriteArray("logicalLocations", [finding], one =>
            {
                writer.WriteString("name", one.Target);
                writer.WriteString("fullyQualifiedName", one.IdentityPoolId is { } id ? $"{id}/{one.Target}" : one.Target);
                writer.WriteString("kind", "resource");
            });
        });

    // The document that the pool was compared with, or the file that Export-CognitoIdentityPool -AllRegions -Path ./pools writes.
    private static string FileOf(AuditReport report, PoolFinding finding)
    {
        if (finding.Pool is not { } pool)
            return "pools/account.json";
        var document = report.Differences.Where(difference => difference.IdentityPool == pool)
            .Select(difference => difference.Reference)
            .FirstOrDefault(reference => reference.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Path.IsPathRooted(reference));
        var path = document?.Replace('\\', '/') ?? $"pools/{RegionOf(finding)}/{PoolFileName.Of(pool)}.json";
        return string.Join("/", path.Split('/').Where(part => part is not ("." or "..")).Select(Uri.EscapeDataString));
    }

    private static string RegionOf(PoolFinding finding) => finding.IdentityPoolId?.Split(':')[0] ?? "account";

    private static string Plain(string text) =>
        Placeholder.Replace(text.Replace("](", "]\\("), "{{$1}}");

    private static string Fingerprint(PoolFinding finding)
    {
        using var hash = SHA256.Create();
        var text = string.Join("\n", finding.Id, finding.IdentityPoolId ?? "", finding.Target);
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(16)
            .Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
