using System.Text.Json.Nodes;
using CognitoPools.Audit;
using CognitoPools.Reports;
using CognitoPools.Reports.Model;

namespace CognitoPools.Core.Tests.Reports;

public sealed class SarifReportTests
{
    [Fact]
    public void A_result_names_its_rule_its_level_and_its_place()
    {
        var run = Run(ReportSample.Usual);
        var results = run["results"]!.AsArray();

        Assert.Equal(6, results.Count);
        Assert.Equal("error", (string?)results[0]!["level"]);
        Assert.Equal(["error", "error", "error", "warning", "note", "note"], results.Select(result => (string?)result!["level"]));
        foreach (var result in results)
        {
            var rule = run["tool"]!["driver"]!["rules"]![(int)result!["ruleIndex"]!]!;
            Assert.Equal((string?)result["ruleId"], (string?)rule["id"]);
            var place = result["locations"]![0]!;
            Assert.Equal("pools/shop%20one.json", (string?)place["physicalLocation"]!["artifactLocation"]!["uri"]);
            Assert.NotNull(place["logicalLocations"]![0]!["fullyQualifiedName"]);
        }
    }

    [Fact]
    public void A_finding_without_a_document_stands_in_the_file_that_an_export_makes()
    {
        var run = Run(ReportSample.Usual with { Differences = [] });

        Assert.Equal(
            "pools/eu-west-1/shop.json", (string?)run["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
    }

    [Fact]
    public void Every_check_is_a_rule()
    {
        var rules = Run(ReportSample.Empty)["tool"]!["driver"]!["rules"]!.AsArray();

        Assert.Equal(AuditChecks.Infos.Select(info => info.Id), rules.Select(rule => (string?)rule!["id"]));
        Assert.All(rules, rule =>
        {
            Assert.Contains("security", rule!["properties"]!["tags"]!.AsArray().Select(tag => (string?)tag));
            Assert.Contains((string?)rule["properties"]!["security-severity"], new[] { "9.5", "8.0", "5.0", "3.0", "1.0" });
            Assert.NotEmpty(rule["help"]!["markdown"]!.GetValue<string>());
        });
    }

    [Fact]
    public void A_check_of_another_version_is_a_rule_too()
    {
        var finding = ReportSample.Usual.Found[0] with { Id = "Newer" };
        var run = Run(new AuditReport(ReportSample.Time) { Findings = [finding] });

        Assert.Equal("Newer", (string?)run["tool"]!["driver"]!["rules"]![(int)run["results"]![0]!["ruleIndex"]!]!["id"]);
    }

    [Fact]
    public void Fingerprints_are_stable_and_each_its_own()
    {
        var prints = Prints(ReportSample.Usual);

        Assert.Equal(prints.Count, prints.Distinct().Count());
        Assert.Equal(prints, Prints(ReportSample.Usual with { Time = ReportSample.Time.AddDays(1) }));
    }

    [Fact]
    public void What_is_accepted_is_suppressed_and_what_was_not_checked_is_a_notification()
    {
        var run = Run(ReportSample.Usual);

        var suppressed = Assert.Single(run["results"]!.AsArray(), result => result!["suppressions"] is not null);
        Assert.Equal("Accepted by shop (until 2027-01-31)", (string?)suppressed!["suppressions"]![0]!["justification"]);
        var notification = Assert.Single(run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray());
        Assert.Equal("NotChecked", (string?)notification!["descriptor"]!["id"]);
    }

    [Fact]
    public void A_name_is_neither_a_link_nor_a_placeholder()
    {
        var finding = ReportSample.Usual.Found[0] with { Target = "[here](https://example.com) {0}" };
        var run = Run(ReportSample.Usual with { Findings = [finding] });

        Assert.Contains(@"[here]\(https://example.com) {{0}}", (string?)run["results"]![0]!["message"]!["text"], StringComparison.Ordinal);
    }

    private static List<string?> Prints(AuditReport report) =>
        [.. Run(report)["results"]!.AsArray().Select(result => (string?)result!["partialFingerprints"]!["primaryLocationLineHash"])];

    private static JsonNode Run(AuditReport report) => JsonNode.Parse(SarifReport.Write(report))!["runs"]![0]!;
}
