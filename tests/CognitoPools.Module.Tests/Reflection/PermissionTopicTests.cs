using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPools.Module.Tests.Bound;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>The policies of about_CognitoPools_Permissions allow what permissions.json lists for the cmdlets that stand above
/// each of them, and nothing else.</summary>
public sealed partial class PermissionTopicTests
{
    // Audits read more than their examples: whatever a pool has.
    private const string Audit = "AUDIT";

    private static readonly string[] Families = ["READ", "EDIT", "IDENTITIES", Audit];

    private static readonly string[] AuditCmdlets = ["Test-CognitoIdentityPool", "Export-PoolReport"];

    private static readonly string Topic = File.ReadAllText(
        Path.Combine(Repository.Root, "en-US", "about_CognitoPools_Permissions.help.txt")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("READ")]
    [InlineData("EDIT")]
    [InlineData("IDENTITIES")]
    public void A_policy_allows_what_its_cmdlets_need_and_no_more(string family)
    {
        var permissions = PermissionFile.Read();

        Assert.Equal(
            CmdletsOf(family).SelectMany(cmdlet => permissions[cmdlet]).Distinct().Order(StringComparer.Ordinal),
            Statements(family).SelectMany(ActionsOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_policy_of_audits_allows_what_they_need_and_changes_nothing()
    {
        var permissions = PermissionFile.Read();
        var needed = AuditCmdlets.SelectMany(cmdlet => permissions.TryGetValue(cmdlet, out var actions) ? actions : []);

        var allowed = Statements(Audit).SelectMany(ActionsOf).ToList();

        Assert.Empty(needed.Except(allowed, StringComparer.Ordinal));
        Assert.All(allowed, action => Assert.Matches(@":(Get|List|Describe)[A-Z]", action));
    }

    [Fact]
    public void Every_cmdlet_that_needs_a_permission_is_in_one_family()
    {
        var placed = Families.Where(family => family != Audit).SelectMany(CmdletsOf).Concat(AuditCmdlets).ToList();

        Assert.Equal(placed.Distinct(), placed);
        Assert.Empty(PermissionFile.Read().Where(cmdlet => cmdlet.Value.Count > 0).Select(cmdlet => cmdlet.Key).Except(placed));
    }

    /// <summary>The tests record the permissions of calls that they see. A call that they do not see is in the help all the same.</summary>
    [Fact]
    public void Every_call_that_the_help_names_is_among_the_permissions()
    {
        var permissions = PermissionFile.Read();
        var actions = permissions.Values.SelectMany(list => list).Distinct(StringComparer.Ordinal)
            .ToDictionary(action => action.Split(':')[1], StringComparer.Ordinal);
        // The sandbox requires none.
        foreach (var (cmdlet, listed) in permissions.Where(item => !item.Key.Contains("Sandbox", StringComparison.Ordinal)))
        {
            var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", cmdlet + ".md")).ReplaceLineEndings("\n");
            var named = Word().Matches(page.Split("\n## Notes\n")[1].Split("\n## ")[0])
                .Select(word => actions.GetValueOrDefault(word.Value)).OfType<string>().Distinct();
            Assert.True(!named.Except(listed).Any(), $"{cmdlet}: {string.Join(", ", named.Except(listed))}");
        }
    }

    [Fact]
    public void What_writes_or_passes_roles_is_limited()
    {
        foreach (var statement in Families.SelectMany(Statements))
        {
            var actions = ActionsOf(statement).ToList();
            Assert.DoesNotContain(actions, action => action.Contains('*', StringComparison.Ordinal));
            var writesRoles = actions.Exists(action => action.StartsWith("iam:", StringComparison.Ordinal)
                && !Regex.IsMatch(action, "^iam:(Get|List)"));
            Assert.Equal(
                writesRoles ? "arn:aws:iam::123456789012:role/cognitopools/*" : "*", statement.GetProperty("Resource").GetString());
            Assert.Equal(actions.Contains("iam:PassRole"), statement.TryGetProperty("Condition", out var condition));
            if (actions.Contains("iam:PassRole"))
            {
                Assert.Equal(["iam:PassRole"], actions);
                Assert.Contains("\"iam:PassedToService\": \"cognito-identity.amazonaws.com\"", condition.GetRawText(), StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();

    private static string Section(string family) => Sections().Matches(Topic).Single(section => section.Groups["title"].Value == family).Value;

    private static IEnumerable<string> CmdletsOf(string family) =>
        Cmdlet().Matches(Section(family).Split("\n\n")[0]).Select(cmdlet => cmdlet.Value);

    private static IEnumerable<JsonElement> Statements(string family)
    {
        var policy = JsonDocument.Parse(Policy().Match(Section(family)).Value);
        return policy.RootElement.GetProperty("Statement").EnumerateArray();
    }

    private static IEnumerable<string> ActionsOf(JsonElement statement) =>
        statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!);

    [GeneratedRegex(@"^(?<title>[A-Z][A-Z ]+)\n(?:(?: .*)?\n)*", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"\b[A-Z][a-z]+-[A-Z]\w+")]
    private static partial Regex Cmdlet();

    [GeneratedRegex(@"^ {8}\{\n(?: {9,}.*\n)+ {8}\}\n", RegexOptions.Multiline)]
    private static partial Regex Policy();
}
