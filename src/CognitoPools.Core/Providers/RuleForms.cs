using System.Collections;
using System.Text.RegularExpressions;

namespace CognitoPools.Providers;

/// <summary>
/// The forms of a rule: what New-PoolRoleRule makes, a table with its keys or with those of the AWS CLI, CloudFormation,
/// CDK or Terraform, and the text that a CSV file holds.
/// </summary>
internal static class RuleForms
{
    private const string Setting = "Rule";

    private const string Remedy =
        "Give what New-PoolRoleRule makes, or @{ Claim = '...'; Operator = 'Equals'; Value = '...'; Role = 'name or ARN' }.";

    private static readonly KeyNames Keys = new(
        [nameof(PoolRoleRule.Claim), nameof(PoolRoleRule.Operator), nameof(PoolRoleRule.Value), nameof(PoolRoleRule.Role)],
        ("MatchType", nameof(PoolRoleRule.Operator)),
        ("ClaimValue", nameof(PoolRoleRule.Value)),
        ("RoleArn", nameof(PoolRoleRule.Role)),
        ("MappedRole", nameof(PoolRoleRule.Role)));

    // The text of a rule, of which each part must stand there once: a value may hold any character.
    private static readonly string Operators = string.Join("|", Enum.GetNames(typeof(RuleOperator)));
    private static readonly Regex Operator = new($" ({Operators}) ", RegexOptions.CultureInvariant);
    private static readonly Regex Text = new(
        $@"\A(?<claim>[^;]+?) (?<operator>{Operators}) (?<value>.+) -> (?<role>[^\s;]+)\z", RegexOptions.CultureInvariant);

    // Behind the role of one rule begins the next.
    private static readonly Regex Between = new(@"(?<= -> [^\s;]+); ", RegexOptions.CultureInvariant);

    /// <summary>Whether a key of a rule's table names its role.</summary>
    /// <param name="key">The key, also in another tool's spelling.</param>
    public static bool IsRole(string key) => Keys.Find(key) == nameof(PoolRoleRule.Role);

    /// <summary>Whether a key is one of a rule's, or near one.</summary>
    /// <param name="key">A key of a table.</param>
    public static bool MayBeKey(string key) => Keys.Find(key) is not null || Keys.Guess(key).Length > 0;

    /// <summary>Whether a table says each part of a rule, so that what else it holds is none of them.</summary>
    /// <param name="keys">The keys of a table.</param>
    public static bool IsWhole(IEnumerable<string> keys)
    {
        var known = keys.Select(Keys.Find).ToList();
        return new[] { nameof(PoolRoleRule.Claim), nameof(PoolRoleRule.Operator), nameof(PoolRoleRule.Value), nameof(PoolRoleRule.Role) }
            .All(known.Contains);
    }

    /// <summary>All rules of a value: one, a list, the text of several, or a table that holds them under Rules, as the
    /// RulesConfiguration of the service does.</summary>
    public static IReadOnlyList<PoolRoleRule> ReadAll(object? value) => value switch
    {
        string text => [.. Between.Split(text).Select(FromText)],
        IDictionary { Count: 1 } table when Rules(table) is { } rules => ReadAll(rules.Value),
        IEnumerable items and not IDictionary => [.. items.Cast<object?>().SelectMany(ReadAll)],
        _ => [Read(value)],
    };

    /// <summary>One rule.</summary>
    public static PoolRoleRule Read(object? value) => value switch
    {
        PoolRoleRule rule => rule,
        string text => FromText(text),
        IDictionary table => FromTable(table),
        _ => throw new InvalidSettingException(Setting, value, $"a value of the type {Named(value)} is not a rule.", Remedy),
    };

    private static PoolRoleRule FromTable(IDictionary table)
    {
        var entries = Keys.Read(Setting, table);
        if (entries.Keys.FirstOrDefault(key => Keys.Find(key) is null) is { } unknown)
            throw new InvalidSettingException(Setting, unknown, "is nothing that a rule has.", Keys.Guess(unknown) + Remedy);
        string Entry(string key) => entries.TryGetValue(key, out var found) && found is not null
            ? found is PoolRole role ? role.RoleArn : ScalarText.Of(Setting, key, found)
            : throw new InvalidSettingException(
                Setting, string.Join(", ", entries.Keys), $"the rule lacks its {key}.", Remedy);
        return new PoolRoleRule
        {
            Claim = Entry(nameof(PoolRoleRule.Claim)),
            Operator = entries.TryGetValue(nameof(PoolRoleRule.Operator), out var operation)
                ? ProviderSettings.Choice<RuleOperator>(nameof(PoolRoleRule.Operator), operation)
                : RuleOperator.Equals,
            Value = Entry(nameof(PoolRoleRule.Value)),
            Role = Entry(nameof(PoolRoleRule.Role)),
        };
    }

    private static PoolRoleRule FromText(string text)
    {
        var match = Text.Match(text);
        if (!match.Success)
            throw new InvalidSettingException(Setting, text, "the text is not a rule.", Remedy);
        if (Operator.Matches(text).Count > 1 || text.IndexOf(" -> ", StringComparison.Ordinal) != text.LastIndexOf(" -> ", StringComparison.Ordinal))
        {
            throw new InvalidSettingException(
                Setting, text, "the text can be read as more than one rule.",
                "Give the rule as a table or an object; JSON and CLIXML keep its parts.");
        }
        return new PoolRoleRule
        {
            Claim = match.Groups["claim"].Value,
            Operator = ProviderSettings.Choice<RuleOperator>(nameof(PoolRoleRule.Operator), match.Groups["operator"].Value),
            Value = match.Groups["value"].Value,
            Role = match.Groups["role"].Value,
        };
    }

    private static DictionaryEntry? Rules(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            if (string.Equals(entry.Key as string, nameof(PoolIdentityProvider.Rules), StringComparison.OrdinalIgnoreCase))
                return entry;
        }
        return null;
    }

    private static string Named(object? value) => value?.GetType().Name ?? "null";
}
