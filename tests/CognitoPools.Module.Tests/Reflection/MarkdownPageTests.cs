using System.Text.RegularExpressions;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>The pages under docs/ are those that the build made.</summary>
[Collection(nameof(BuiltModule))]
public partial class MarkdownPageTests
{
    private static readonly string Committed = Path.Combine(Repository.Root, "docs");

    private static readonly string Made = Path.Combine(Repository.Root, "out", "docs");

    public static TheoryData<string> Names => CmdletTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_has_the_page_that_the_build_made(string name)
    {
        var path = Path.Combine(Committed, name + ".md");
        Assert.True(
            File.Exists(path) && Text(path) == Text(Path.Combine(Made, name + ".md")),
            $"docs/{name}.md is not what the cmdlet's documentation says. Renew the pages: dotnet build "
                + $"tools/ModuleBuilder -t:RenewDocs");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_all_sections_and_no_broken_link(string name)
    {
        var page = Text(Path.Combine(Committed, name + ".md"));
        Assert.Equal(
            ["Syntax", "Description", "Examples", "Parameters", "Inputs", "Outputs", "Notes", "Required permissions", "Links"],
            Section().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Equal(0, page.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2);
        var links = Link().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(
            links,
            link => Assert.True(
                link.StartsWith("https://", StringComparison.Ordinal) || File.Exists(Path.Combine(Committed, link)),
                link));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_says_what_the_cmdlet_cannot_do(string name)
    {
        var description = Text(Path.Combine(Committed, name + ".md")).Split("\n## Description\n")[1].Split("\n## ")[0];
        Assert.Matches(@"\b(cannot|is not supported|are not supported|does not create|does not change)\b", description);
    }

    [Fact]
    public void The_page_of_the_checks_is_the_one_that_the_build_made() =>
        Assert.Equal(Text(Path.Combine(Made, "audit-checks.md")), Text(Path.Combine(Committed, "audit-checks.md")));

    [Fact]
    public void The_index_of_the_pages_is_the_one_that_the_build_made() =>
        Assert.Equal(Text(Path.Combine(Made, "README.md")), Text(Path.Combine(Committed, "README.md")));

    [Fact]
    public void The_index_leads_to_every_page_and_topic()
    {
        var index = Text(Path.Combine(Committed, "README.md"));
        var targets = Target().Matches(index).Select(match => match.Groups[1].Value).ToList();
        Assert.All(targets, target => Assert.True(File.Exists(Path.Combine(Committed, target)), target));
        Assert.Empty(Directory.EnumerateFiles(Committed).Select(path => Path.GetFileName(path)!).Except(targets).Except(["README.md"]));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "en-US"))
            .Select(path => "../en-US/" + Path.GetFileName(path)).Except(targets));
    }

    [Fact]
    public void The_badges_of_the_README_are_those_that_the_build_made()
    {
        Assert.Contains(Text(Path.Combine(Made, "badges.txt")), Text(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Made, "images"), "*.svg"),
            made => Assert.Equal(Text(made), Text(Path.Combine(Committed, "images", Path.GetFileName(made)))));
    }

    [Fact]
    public void The_topic_of_the_audit_names_every_check() =>
        Assert.Equal(
            Section().Matches(Text(Path.Combine(Made, "audit-checks.md"))).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
            Check().Matches(Text(Path.Combine(Repository.Root, "en-US", "about_CognitoPools_Audit.help.txt")).Split("\nCHECKS\n")[1])
                .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void There_is_no_page_of_a_cmdlet_that_is_gone() =>
        Assert.Equal(
            BuiltModule.Cmdlets.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Committed, "*-*.md").Where(path => Path.GetFileName(path) != "audit-checks.md")
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Order(StringComparer.Ordinal));

    private static string Text(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^    ([A-Z]\w+)  ", RegexOptions.Multiline)]
    private static partial Regex Check();

    [GeneratedRegex(@"\]\(([^\s)]+)\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"^- \[[^\n]+\]\(([^\s)]+)\)$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
