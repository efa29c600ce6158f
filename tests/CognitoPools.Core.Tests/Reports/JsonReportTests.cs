using System.Text.Json.Nodes;
using CognitoPools.Reports;

namespace CognitoPools.Core.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void Says_everything()
    {
        var json = JsonNode.Parse(JsonReport.Write(ReportSample.Usual))!;

        Assert.Equal(1, (int)json["counts"]!["critical"]!);
        Assert.Equal(5, json["findings"]!.AsArray().Count);
        Assert.Equal("Critical", (string?)json["findings"]![0]!["severity"]);
        Assert.Equal("2026-06-01T08:30:00Z", (string?)json["time"]);
        var pool = json["pools"]![0]!;
        Assert.True((bool)pool["isBasicFlowOpen"]!);
        Assert.Equal(
            ["Enhanced", "Basic"], pool["guestPermissions"]!.AsArray().Select(abilities => (string?)abilities!["flow"]));
        Assert.Contains("AWS arn:aws:iam::444455556666:root", pool["roles"]![0]!["others"]!.AsArray().Select(other => (string?)other));
        Assert.Equal(770, (int)json["measurements"]![0]!["created"]![0]!["cleanupSeconds"]!);
        Assert.Single(json["suppressed"]!.AsArray());
        Assert.Single(json["notChecked"]!.AsArray());
        Assert.Null(json["differences"]![0]!["actual"]);
    }

    [Fact]
    public void Names_are_as_they_are()
    {
        var json = JsonNode.Parse(JsonReport.Write(ReportSample.Hostile))!;

        Assert.Equal(
            [ReportSample.Script, ReportSample.Long, ReportSample.RightToLeft], json["pools"]!.AsArray().Select(pool => (string?)pool!["name"]));
    }

    [Fact]
    public void An_empty_report_has_the_same_keys()
    {
        var keys = JsonNode.Parse(JsonReport.Write(ReportSample.Usual))!.AsObject().Select(property => property.Key);

        Assert.Equal(keys, JsonNode.Parse(JsonReport.Write(ReportSample.Empty))!.AsObject().Select(property => property.Key));
    }
}
