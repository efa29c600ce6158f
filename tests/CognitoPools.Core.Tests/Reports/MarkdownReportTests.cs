using CognitoPools.Core.Tests.Audit;
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
    [InlineData(BasicFlowState.Active, RoleSetting.Default, "Open")]
    [InlineData(BasicFlowState.Unset, RoleSetting.Default, "Open (never set)")]
    [InlineData(BasicFlowState.Active, RoleSetting.Rules, "Active, but not usable")]
    [InlineData(BasicFlowState.Unset, RoleSetting.Token, "Never set, not usable")]
    [InlineData(BasicFlowState.Inactive, RoleSetting.Rules, "Off")]
    public void Says_whether_the_basic_flow_can_be_used(BasicFlowState flow, RoleSetting setting, string said)
    {
        var pool = AuditCase.With(
            AuditCase.Tidy with { BasicFlow = flow, Providers = [AuditCase.UserPoolClient with { RoleSetting = setting }] });

        var text = MarkdownReport.Write(ReportSample.Empty with { Pools = [pool] });

        Assert.Contains($"| `shop` | eu-west-1 | no | {said} | 0 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_no_unknown_account()
    {
        Assert.Contains("\n\nAccount `111122223333`, `eu-west-1`, ", MarkdownReport.Write(ReportSample.Usual), StringComparison.Ordinal);
        Assert.Contains("\n\n`eu-west-1`, ", MarkdownReport.Write(ReportSample.Usual with { AccountId = null }), StringComparison.Ordinal);
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
