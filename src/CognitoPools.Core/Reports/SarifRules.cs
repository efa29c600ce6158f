using System.Text.Json;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports;

/// <summary>The rules of a SARIF file: the checks, and the ids of findings that this version does not know.</summary>
internal sealed class SarifRules
{
    private readonly IReadOnlyList<CheckInfo> rules;
    private readonly Dictionary<string, int> places;

    /// <param name="report">The report.</param>
    public SarifRules(AuditReport report)
    {
        var known = AuditChecks.Infos;
        rules =
        [
            .. known,
            .. report.Findings
                .Where(finding => finding.Id != AuditChecks.NotChecked && known.All(info => info.Id != finding.Id))
                .GroupBy(finding => finding.Id, StringComparer.Ordinal)
                .OrderBy(findings => findings.Key, StringComparer.Ordinal)
                .Select(Unknown),
        ];
        places = rules.Select((rule, index) => (rule.Id, index)).ToDictionary(rule => rule.Id, rule => rule.index, StringComparer.Ordinal);
    }

    /// <summary>The index of a rule.</summary>
    public int IndexOf(string id) => places[id];

    /// <summary>The SARIF level of a severity.</summary>
    public static string Level(PoolFindingSeverity severity) => severity switch
    {
        PoolFindingSeverity.Critical or PoolFindingSeverity.High => "error",
        PoolFindingSeverity.Medium => "warning",
        _ => "note",
    };

    /// <summary>Writes the rules.</summary>
    public void Write(Utf8JsonWriter writer) => writer.WriteArray("rules", rules, rule => Write(writer, rule));

    private static CheckInfo Unknown(IGrouping<string, PoolFinding> findings) => new(findings.Key, findings.Key)
    {
        Condition = findings.First().Why,
        Severity = "",
        Highest = findings.Max(finding => finding.Severity),
        Why = findings.First().Why,
        Fix = "",
        Reference = findings.First().Reference,
    };

    private static void Write(Utf8JsonWriter writer, CheckInfo rule)
    {
        writer.WriteString("id", rule.Id);
        writer.WriteObject("shortDescription", () => writer.WriteString("text", Sentences.Ended(rule.Title)));
        writer.WriteObject("fullDescription", () => writer.WriteString("text", Sentences.Ended(rule.Condition)));
        writer.WriteObject("help", () =>
        {
            writer.WriteString("text", string.Join("\n", Help(rule).Append(rule.Reference)));
            writer.WriteString("markdown", string.Join("\n\n", Help(rule).Append($"[Reference]({rule.Reference})")));
        });
        if (Uri.TryCreate(rule.Reference, UriKind.Absolute, out _))
            writer.WriteString("helpUri", rule.Reference);
        writer.WriteObject("defaultConfiguration", () => writer.WriteString("level", Level(rule.Highest)));
        writer.WriteObject("properties", () =>
        {
            writer.WriteTexts("tags", ["security", "aws", "cognito"]);
            writer.WriteString("security-severity", Score(rule.Highest));
        });
    }

    private static IEnumerable<string> Help(CheckInfo rule) => new[]
    {
        rule.Condition, rule.Severity, rule.Why, rule.Fix, rule.NotWhen ?? "",
    }.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);

    private static string Score(PoolFindingSeverity severity) => severity switch
    {
        PoolFindingSeverity.Critical => "9.5",
        PoolFindingSeverity.High => "8.0",
        PoolFindingSeverity.Medium => "5.0",
        PoolFindingSeverity.Low => "3.0",
        _ => "1.0",
    };
}
