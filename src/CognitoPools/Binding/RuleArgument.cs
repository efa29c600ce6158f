using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>Rules in the forms that users have: the output of New-PoolRoleRule, hashtables, and numbers to remove.</summary>
internal static class RuleArgument
{
    public static IReadOnlyList<PoolRoleRule> Read(IEnumerable<object?>? values) =>
        values is null ? [] : ProviderSettings.Rules(values.Select(value => WithRoleName(Unwrapped.Value(value))).ToArray());

    /// <summary>A rule outside a list, which messages do not number, or the rules of a table that contains several.</summary>
    /// <param name="value">What the user specified.</param>
    public static IReadOnlyList<PoolRoleRule> ReadOne(object? value) => ProviderSettings.Rules(WithRoleName(Unwrapped.Value(value)));

    /// <summary>A rule in a row of a file, without the columns that do not belong to a rule. A column that looks like a misspelled
    /// key of a rule stays, and is refused.</summary>
    /// <param name="row">A row.</param>
    public static object? OfRow(object? row)
    {
        if (Unwrapped.Value(row) is not OrderedDictionary table || !RuleForms.IsWhole(table.Keys.Cast<object>().OfType<string>()))
            return row;
        foreach (var key in table.Keys.Cast<object>().OfType<string>().Where(key => !RuleForms.MayBeKey(key)).ToList())
            table.Remove(key);
        return table;
    }

    // A role may be an object, also after CLIXML or JSON.
    private static object? WithRoleName(object? rule)
    {
        switch (rule)
        {
            case OrderedDictionary table:
                foreach (var key in table.Keys.Cast<object>().OfType<string>().ToList())
                    table[key] = RuleForms.IsRole(key) ? RoleNameAttribute.Of(table[key]) : WithRoleName(table[key]);
                return table;
            case object?[] rules:
                return Array.ConvertAll(rules, WithRoleName);
            default:
                return rule;
        }
    }

    public static RuleEdit Edit(
        IReadOnlyCollection<object?>? replace, IReadOnlyCollection<object?>? add, int? at, IReadOnlyCollection<object?>? remove)
    {
        if (replace is not null && (add is not null || remove is not null))
        {
            throw new InvalidSettingException(
                "Rule", null, "replaces all rules and cannot be used with -AddRule or -RemoveRule.",
                "Specify -Rule alone, or -AddRule and -RemoveRule.");
        }
        if (at is not null && add is null)
            throw new InvalidSettingException("At", null, "can be used only with -AddRule.", "Specify -AddRule, or omit -At.");
        var gone = (remove ?? []).Select(Unwrapped.Value).ToList();
        return new RuleEdit
        {
            Replace = replace is null ? null : Read(replace),
            Add = Read(add),
            At = at,
            RemoveNumbers = [.. gone.Select(Number).OfType<int>()],
            Remove =
            [
                .. gone.Select((item, index) => (item, Number: index + 1)).Where(entry => Number(entry.item) is null)
                    .SelectMany(entry => IsRule(entry.item)
                        ? InvalidSettingException.InItem("Rule", entry.Number, () => ReadOne(entry.item))
                        : throw NotRemovable(entry.item)),
            ],
        };
    }

    // The text of a rule has an arrow before its role.
    private static bool IsRule(object? item) =>
        item is string text ? text.IndexOf(" -> ", StringComparison.Ordinal) >= 0 : item is PoolRoleRule or IEnumerable;

    private static InvalidSettingException NotRemovable(object? item) => new(
        "Rule", null, $"-RemoveRule must be the number of a rule or a rule; got {ShownText.Quoted(item)}.",
        "Specify a number such as 1, or one of the Rules of the provider from Get-PoolIdentityProvider.");

    private static int? Number(object? value) => value switch
    {
        int number => number,
        // JSON's numbers.
        long and > 0 and <= int.MaxValue => (int)(long)value,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
