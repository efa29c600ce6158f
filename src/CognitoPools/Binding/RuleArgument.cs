using System.Collections.Specialized;
using System.Globalization;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>Rules as users give them: what New-PoolRoleRule makes, hashtables, and for removal numbers too.</summary>
internal static class RuleArgument
{
    public static IReadOnlyList<PoolRoleRule> Read(object[]? values) =>
        values is null ? [] : ProviderSettings.Rules(Array.ConvertAll(values, value => WithRoleName(Unwrapped.Value(value))));

    // A role may be an object, also one that came through CLIXML or JSON.
    private static object? WithRoleName(object? rule)
    {
        if (rule is not OrderedDictionary table)
            return rule;
        foreach (var key in table.Keys.OfType<string>().Where(key => key.Equals("Role", StringComparison.OrdinalIgnoreCase)).ToList())
            table[key] = RoleNameAttribute.Of(table[key]);
        return table;
    }

    public static RuleEdit Edit(object[]? replace, object[]? add, int? at, object[]? remove)
    {
        if (replace is not null && (add is not null || remove is not null))
        {
            throw new InvalidSettingException(
                "Rule", replace.Length, "replaces all rules, so there is nothing to add or remove.",
                "Give -Rule alone, or -AddRule and -RemoveRule.");
        }
        if (at is not null && add is null)
            throw new InvalidSettingException("At", at, "says where -AddRule puts its rules.", "Give -AddRule too.");
        var gone = (remove ?? []).Select(Unwrapped.Value).ToList();
        return new RuleEdit
        {
            Replace = replace is null ? null : Read(replace),
            Add = Read(add),
            At = at,
            RemoveNumbers = [.. gone.Select(Number).OfType<int>()],
            Remove = [.. gone.Where(item => Number(item) is null).Select(ProviderSettings.Rule)],
        };
    }

    private static int? Number(object? value) => value switch
    {
        int number => number,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
