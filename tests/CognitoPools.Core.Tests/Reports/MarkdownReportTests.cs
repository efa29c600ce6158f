using CognitoPools.Reports;

namespace CognitoPools.Core.Tests.Reports;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Has_a_summary_and_the_findings_by_severity()
    {
        var text = MarkdownReport.Write(ReportSample.Usual);

        Assert.Contains("| Critical | 1 |\n| High | 1 |", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("## Critical", StringComparison.Ordinal) < text.IndexOf("## High", StringComparison.Ordinal));
        Assert.Contains("```powershell\n# For shop\nSet-PoolGuestAccess 'eu-west-1:", text, StringComparison.Ordinal);
        Assert.Contains("| `shop` | 230,900 | 120,800 | about 13 minutes |", text, StringComparison.Ordinal);
        Assert.Contains("## Drift\n\n### `shop`", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a | b")]
    [InlineData("`code`")]
    [InlineData("<img src=x>")]
    [InlineData("line\nbreak")]
    [InlineData("```\n# heading")]
    public void A_name_stays_text(string name)
    {
        var finding = ReportSample.Usual.Found[0] with { Pool = name, Target = name, Suppression = name, Remedy = name };
        var text = MarkdownReport.Write(ReportSample.Empty with
        {
            Findings = [finding, finding with { Status = PoolFindingStatus.Suppressed }],
        });

        var outside = OutsideOfBlocks(text);
        Assert.DoesNotContain("<img", outside.Replace("`<img src=x>`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("# heading", outside, StringComparison.Ordinal);
        var row = Assert.Single(outside.Split('\n'), line => line.StartsWith("| `GuestEnabled` |", StringComparison.Ordinal));
        Assert.Equal(5, row.Count(character => character == '|'));
    }

    [Fact]
    public void An_empty_report_is_a_summary() =>
        Assert.EndsWith("| Suppressed | 0 |\n", MarkdownReport.Write(ReportSample.Empty), StringComparison.Ordinal);

    private static string OutsideOfBlocks(string text)
    {
        string? fence = null;
        var outside = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var ticks = line.TakeWhile(character => character == '`').Count();
            if (fence is null && ticks >= 3)
                fence = line[..ticks];
            else if (fence is not null && line == fence)
                fence = null;
            else if (fence is null)
                outside.Add(line);
        }
        Assert.Null(fence);
        return string.Join('\n', outside);
    }
}
