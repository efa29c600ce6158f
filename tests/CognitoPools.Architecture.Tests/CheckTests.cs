using ArchUnitNET.xUnit;

namespace CognitoPools.Architecture.Tests;

/// <summary>The checks find what they are made for.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_rule_between_projects_finds_what_it_forbids()
    {
        Assert.Throws<FailedArchRuleException>(() => Arrows.None(Code.Module, Code.Loader, Code.Core).Check(Code.Architecture));
        Assert.Throws<FailedArchRuleException>(() => Arrows.NoneToNamespaces(Arrows.In(Code.Module), Arrows.PowerShell).Check(Code.Architecture));
        Assert.Throws<FailedArchRuleException>(() => Arrows.NoneToNamespaces(Arrows.In(Code.Core), Arrows.Services).Check(Code.Architecture));
    }

    [Fact]
    public void A_circle_of_two_folders_of_one_namespace_is_found()
    {
        const string Tests = "CognitoPools.Architecture.Tests";
        var graph = Code.ReadFolders(Tests, $"tests/{Tests}/Samples", $"{Tests}.Samples");

        Assert.Equal(["Lower", "Upper"], Assert.Single(graph.Circles));
        Assert.Equal(
            ["  Lower <-> Upper", "    Lower -> Upper: Store -> Reader", "    Upper -> Lower: Reader -> Entry"],
            graph.Explain(graph.Circles[0]));
        Assert.Equal(["  Lower -> Upper: Store -> Reader"], new FolderOrder("Lower", "Upper").Violations(graph));
    }

    [Fact]
    public void A_circle_through_a_third_folder_is_found_and_what_only_leads_there_is_not_part_of_it()
    {
        var graph = Graph("a b", "b c", "c a", "d a", "c e");

        Assert.Equal(["a", "b", "c"], Assert.Single(graph.Circles));
    }

    [Fact]
    public void Folders_that_point_one_way_are_no_circle() => Assert.Empty(Graph("a b", "a c", "b c", "a a").Circles);

    [Fact]
    public void Two_circles_are_told_apart() => Assert.Equal(2, Graph("a b", "b a", "c d", "d c", "a c").Circles.Count);

    [Fact]
    public void The_order_must_name_every_folder_and_no_other() => Assert.Equal(
        ["  b is not in the order: add it to the list.", "  c is in the order, but there is no such folder: take it from the list."],
        new FolderOrder("c", "a").Violations(Graph("a b")));

    [Fact]
    public void Folders_on_one_line_do_not_use_each_other()
    {
        var order = new FolderOrder("shared", "all/*");

        Assert.Empty(order.Violations(Graph("all/one shared", "all/two shared")));
        Assert.Equal(["  all/one -> all/two: one -> two"], order.Violations(Graph("all/one shared", "all/one all/two")));
    }

    private static FolderGraph Graph(params string[] arrows) => new([], arrows
        .Select(arrow => arrow.Split(' '))
        .Select(ends => new FolderArrow(ends[0], ends[1], $"{ends[0].Split('/')[^1]} -> {ends[1].Split('/')[^1]}")));
}
