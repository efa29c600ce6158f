using System.Collections;
using System.Text.RegularExpressions;

namespace CognitoPools.Providers;

/// <summary>
/// The forms of a rule: the output of New-PoolRoleRule; a table with its keys or with those of the AWS CLI,
/// CloudFormation, the CDK or Terraform; and the text in a CSV file.
/// </summary>
internal static class RuleForms
{
    private const string Setting = "Rule";

    private const string Remedy =
        "Specify the output of New-PoolRoleRule, or a table: "
            + "@{ Claim = '...'; Operator = 'Equals'; Value = '...'; Role = 'name or ARN' }.";

    private static readonly KeyNames Keys = new(
        [nameof(PoolRoleRule.Claim), nameof(PoolRoleRule.Operator), nameof(PoolRoleRule.Value), nameof(PoolRoleRule.Role)],
        ("MatchType", nameof(PoolRoleRule.Operator)),
        ("ClaimValue", nameof(PoolRoleRule.Value)),
        ("RoleArn", nameof(PoolRoleRule.Role)),
        ("MappedRole", nameof(PoolRoleRule.Role)));

    // The text of a rule. Each part must appear once, because a value can contain any character.
    private static readonly string Operators = string.Join("|", Enum.GetNames(typeof(RuleOperator)));
    private static readonly Regex Operator = new($" ({Operators}) ", RegexOptions.CultureInvariant);
    private static readonly Regex Text = new(
        $@"\A(?<claim>[^;]+?) (?<operator>{Operators}) (?<value>.+) -> (?<role>[^\s;]+)\z", RegexOptions.CultureInvariant);

    // The next rule begins after the role of a rule.
    private static readonly Regex Between = new(@"(?<= -> [^\s;]+); ", RegexOptions.CultureInvariant);

    /// <summary>Whether a key of a rule's table specifies its role.</summary>
    /// <param name="key">The key, also in another tool's spelling.</param>
    public static bool IsRole(string key) => Keys.Find(key) == nameof(PoolRoleRule.Role);

    /// <summary>Whether a key is one of a rule's keys or similar to one.</summary>
    /// <param name="key">A key of a table.</param>
    public static bool MayBeKey(string key) => Keys.Find(key) is not null || Keys.Guess(key).Length > 0;

    /// <summary>Whether a table has each part of a rule, so that its other keys do not belong to the rule.</summary>
    /// <param name="keys">The keys of a table.</param>
    public static bool IsWhole(IEnumerable<string> keys)
    {
        var known = keys.Select(Keys.Find).ToList();
        return new[] { nameof(PoolRoleRule.Claim), nameof(PoolRoleRule.Operator), nameof(PoolRoleRule.Value), nameof(PoolRoleRule.Role) }
            .All(known.Contains);
    }

    /// <summary>All rules of a value: one rule, a list, the text of several rules, or a table with the key Rules, such
    /// as the service's RulesConfiguration.</summary>
    public static IReadOnlyList<PoolRoleRule> ReadAll(object? value)
    {
        var items = Items(value).ToList();
        return items.Count > 1 || value is IEnumerable and not (string or IDictionary)
            ? [.. items.Select((item, index) => InvalidSettingException.InItem(Setting, index + 1, () => Read(item)))]
            : items.ConvertAll(Read);
    }

    private static IEnumerable<object?> Items(object? value) => value switch
    {
        string text => Between.Split(text),
        IDictionary { Count: 1 } table when Rules(table) is { } rules => Items(rules.Value),
        IEnumerable items and not IDictionary => items.Cast<object?>().SelectMany(Items),
        _ => [value],
    };

    /// <summary>One rule.</summary>
    public static PoolRoleRule Read(object? value) => value switch
    {
        PoolRoleRule rule => rule,
        string text => FromText(text),
        IDictionary table => FromTable(table),
        _ =>
            throw new InvalidSettingException(
                Setting, null, $"is not a rule: expected Claim, Operator, Value and Role, but got {Named(value)}.", Remedy),
    };

    private static PoolRoleRule FromTable(IDictionary table)
    {
        var entries = Keys.Read(Setting, table);
        if (entries.Keys.FirstOrDefault(key => Keys.Find(key) is null) is { } unknown)
        {
            throw new InvalidSettingException(
                Setting, null, $"the table has the unknown key '{ShownText.Value(unknown)}'.", Keys.Guess(unknown) + Remedy);
        }
        string Entry(string key) => entries.TryGetValue(key, out var found) && found is not null
            ? found is PoolRole role ? role.RoleArn : ScalarText.Of(Setting, key, found)
            : throw new InvalidSettingException(Setting, null, $"the key '{key}' is missing.", Remedy);
        return new PoolRoleRule
        {
            Claim = Entry(nameof(PoolRoleRule.Claim)),
            Operator = entries.TryGetValue(nameof(PoolRoleRule.Operator), out var operation)
                ? ReadOperator(operation)
                : RuleOperator.Equals,
            Value = Entry(nameof(PoolRoleRule.Value)),
            Role = Entry(nameof(PoolRoleRule.Role)),
        };
    }

    private static PoolRoleRule FromText(string text)
    {
        var match = Text.Match(text);
        if (!match.Success)
            throw new InvalidSettingException(Setting, null, "is not a rule: expected Claim, Operator, Value and Role.", Remedy);
        if (Operator.Matches(text).Count > 1 || text.IndexOf(" -> ", StringComparison.Ordinal) != text.LastIndexOf(" -> ", StringComparison.Ordinal))
        {
            throw new InvalidSettingException(
                Setting, null, "the text can be read as more than one rule.",
                "Specify the rule as a table or an object. JSON and CLIXML keep its parts.");
        }
        return new PoolRoleRule
        {
            Claim = match.Groups["claim"].Value,
            Operator = ReadOperator(match.Groups["operator"].Value),
            Value = match.Groups["value"].Value,
            Role = match.Groups["role"].Value,
        };
    }

    private static RuleOperator ReadOperator(object? value) => ProviderSettings.Member<RuleOperator>(value)
        ?? throw new InvalidSettingException(
            nameof(PoolRoleRule.Operator), null,
            $"'{nameof(PoolRoleRule.Operator)}' must be {ProviderSettings.Choices<RuleOperator>()}; got {Shown(value)}.",
            "Correct the operator.");

    private static string Shown(object? value) => value is string { Length: 0 } ? "an empty text"
        : value is null ? "null"
        : $"'{ShownText.Value(value)}'";

    private static DictionaryEntry? Rules(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            if (string.Equals(entry.Key as string, nameof(PoolIdentityProvider.Rules), StringComparison.OrdinalIgnoreCase))
                return entry;
        }
        return null;
    }

    private static string Named(object? value) => value is null ? "null" : $"a value of type {value.GetType().Name}";
}
