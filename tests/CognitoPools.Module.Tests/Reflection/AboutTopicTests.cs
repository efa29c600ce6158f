using System.Text.RegularExpressions;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>The about topics are found, fit a console, lead on to what is there, and know every error.</summary>
[Collection(nameof(BuiltModule))]
public partial class AboutTopicTests
{
    private const int Columns = 80;

    // The sources in which errors get their ids, and the words there that look like ids and are none.
    private static readonly string[] Catalogue =
    [
        "src/CognitoPools/Errors/PoolErrors.cs",
        "src/CognitoPools.Core/SignIn/RefusalReading.cs",
        "src/CognitoPools.Core/SignIn/SignInExplainer.cs",
    ];
    private static readonly string[] NoIds = ["IdentityPool", "Run"];

    public static TheoryData<string> Topics =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "en-US"), "about_*.help.txt")
            .Select(path => Path.GetFileName(path)[..^".help.txt".Length])
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Ids => BuiltModule.Cmdlets.Values.First().ImplementingType.Assembly.GetType(
        "CognitoPools.Errors.PoolErrorId", throwOnError: true)!
        .GetEnumNames()
            .Concat(Catalogue.SelectMany(file => Literal().Matches(Source(file)))
                .Select(match => match.Groups[1].Value)
                .Except(NoIds))
            .Concat(Member().Matches(Enumeration().Match(Source("src/CognitoPools.Core/Account/AccountException.cs")).Value)
                .Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_finds_the_topic(string topic)
    {
        var shown = string.Join("\n", BuiltModule.Invoke($"Get-Help {topic} | Out-String -Width 200"));
        Assert.Contains(topic, shown, StringComparison.Ordinal);
        Assert.Contains("SHORT DESCRIPTION", shown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_fits_a_console(string topic)
    {
        // Addresses cannot be broken.
        Assert.DoesNotContain(
            File.ReadLines(PathOf(topic)),
            line => line.Length > Columns && !line.Contains("https://", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_names_cmdlets_and_topics_that_are_there(string topic)
    {
        var text = File.ReadAllText(PathOf(topic));
        Assert.All(Topic().Matches(text).Select(match => match.Value), named => Assert.True(File.Exists(PathOf(named)), named));
        Assert.All(Own().Matches(text).Select(match => match.Value), named => Assert.Contains(named, BuiltModule.Cmdlets.Keys));
    }

    [Fact]
    public void Troubleshooting_explains_every_error_once_and_no_other()
    {
        var explained = Heading().Matches(File.ReadAllText(PathOf("about_CognitoPools_Troubleshooting")))
            .Select(match => match.Groups[1].Value)
            .ToList();
        Assert.Equal(
            [.. Ids.Concat(["ChangeFailed<id>", "Invalid<parameter>"]).Order(StringComparer.Ordinal)],
            explained.Order(StringComparer.Ordinal));
    }

    private static string PathOf(string topic) => Path.Combine(Repository.Root, "en-US", topic + ".help.txt");

    private static string Source(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"(?:new(?: Refusal)?\(|const string Id =|\?|:)\s*""([A-Z][a-z]+(?:[A-Z][a-z]+)*)""(?:[,;)]|\s+:)")]
    private static partial Regex Literal();

    [GeneratedRegex(@"enum AccountFault\s*\{[^}]*\}")]
    private static partial Regex Enumeration();

    [GeneratedRegex(@"^    (\w+),", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex(@"^    ([A-Z][A-Za-z]+(?:<\w+>)?)\r?\n        \S", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\babout_CognitoPools\w*")]
    private static partial Regex Topic();

    [GeneratedRegex(@"\b[A-Z][a-z]+-(?:Pool|CognitoIdentityPool)\w*")]
    private static partial Regex Own();
}
