using System.Collections;
using System.Globalization;

namespace CognitoPools.Providers;

/// <summary>Reads rules, attribute mappings and choices from the forms in which users give them: objects, hashtables,
/// words.</summary>
public static class ProviderSettings
{
    private const string RuleRemedy =
        "Give what New-PoolRoleRule makes, or @{ Claim = '...'; Operator = 'Equals'; Value = '...'; Role = 'name or ARN' }.";

    private static readonly string[] RuleEntries = ["Claim", "Operator", "Value", "Role"];

    /// <summary>One rule, or several.</summary>
    /// <param name="value">A rule, a hashtable, or a list of them.</param>
    /// <exception cref="InvalidSettingException">Something is no rule.</exception>
    public static IReadOnlyList<PoolRoleRule> Rules(object? value) => [.. Items(value).Select(Rule)];

    /// <summary>A rule.</summary>
    /// <param name="value">A rule or a hashtable.</param>
    /// <exception cref="InvalidSettingException">It is no rule.</exception>
    public static PoolRoleRule Rule(object? value)
    {
        if (value is PoolRoleRule rule)
            return rule;
        if (value is not IDictionary table)
            throw new InvalidSettingException("Rule", value, "is no rule.", RuleRemedy);
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
            entries[ScalarText.Of("Rule", null, entry.Key)] = entry.Value;
        if (entries.Keys.FirstOrDefault(key => !RuleEntries.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new InvalidSettingException("Rule", unknown, "is nothing that a rule has.", RuleRemedy);
        }
        string Entry(string key) => entries.TryGetValue(key, out var found) && found is not null
            ? found is PoolRole role ? role.RoleArn : ScalarText.Of("Rule", key, found)
            : throw new InvalidSettingException(
                "Rule", string.Join(", ", entries.Keys), $"the rule lacks its {key}.", RuleRemedy);
        return new PoolRoleRule
        {
            Claim = Entry("Claim"),
            Operator = entries.TryGetValue("Operator", out var operation)
                ? Choice<RuleOperator>("Operator", operation)
                : RuleOperator.Equals,
            Value = Entry("Value"),
            Role = Entry("Role"),
        };
    }

    /// <summary>An attribute mapping.</summary>
    /// <param name="value">Inactive, Default, or a table of principal tag key to claim.</param>
    /// <exception cref="InvalidSettingException">It is none of these.</exception>
    public static AttributeMapping Mapping(object? value) => value switch
    {
        AttributeMapping mapping => mapping,
        IDictionary { Count: 0 } =>
            throw new InvalidSettingException(
                "AttributeMapping", "@{}", "a custom mapping needs at least one tag.",
                "Give @{ team = 'custom:team' }, or Inactive for none."),
        IDictionary table =>
            AttributeMapping.Custom(table.Cast<DictionaryEntry>()
                .Select(PrincipalTag)),
        _ => Choice<AttributeMappingMode>("AttributeMapping", value) switch
        {
            AttributeMappingMode.Default => AttributeMapping.Default,
            AttributeMappingMode.Inactive => AttributeMapping.Inactive,
            _ =>
                throw new InvalidSettingException(
                    "AttributeMapping", value, "needs its tags.", "Give a table: @{ team = 'custom:team' }."),
        },
    };

    private static KeyValuePair<string, string> PrincipalTag(DictionaryEntry entry)
    {
        var key = ScalarText.Of("AttributeMapping", null, entry.Key);
        return new(key, ScalarText.Of("AttributeMapping", key, entry.Value));
    }

    /// <summary>One of an enumeration's words, whatever its case.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="setting">The parameter or the key.</param>
    /// <param name="value">The word or the member.</param>
    /// <exception cref="InvalidSettingException">It is none.</exception>
    internal static T Choice<T>(string setting, object? value) where T : struct, Enum =>
        Member<T>(value)
            ?? throw new InvalidSettingException(
                setting, value, "is not one of the choices.", $"Specify {string.Join(", ", Enum.GetNames(typeof(T)))}.");

    /// <summary>The member of an enumeration that a word names exactly, but for its case; null when it names none.</summary>
    internal static T? Find<T>(string word) where T : struct, Enum
    {
        var name = Array.Find(
            Enum.GetNames(typeof(T)), known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase));
        return name is null ? null : (T)Enum.Parse(typeof(T), name);
    }

    // The numbers of the members are what ConvertTo-Json writes.
    private static T? Member<T>(object? value) where T : struct, Enum => value switch
    {
        T given when Enum.IsDefined(typeof(T), given) => given,
        string word => Find<T>(word),
        int or long or short or byte
            when Convert.ToInt64(value, CultureInfo.InvariantCulture) is var number
                && Enum.GetValues(typeof(T)).Cast<T>().Any(known =>
                    Convert.ToInt64(known, CultureInfo.InvariantCulture) == number) =>
            (T)Enum.ToObject(typeof(T), value),
        _ => null,
    };

    /// <summary>A value of the type that a setting has.</summary>
    internal static object Value(Type type, string setting, object? value) =>
        type == typeof(RoleSetting) ? Choice<RoleSetting>(setting, value)
        : type == typeof(RoleResolution?) ? Choice<RoleResolution>(setting, value)
        : type == typeof(IReadOnlyList<PoolRoleRule>) ? Rules(value)
        : type == typeof(AttributeMapping) ? Mapping(value)
        : type == typeof(bool?) ? Flag(setting, value)
        : throw new NotSupportedException($"A table cannot hold the setting {setting}: its type {type} is not known here.");

    private static bool Flag(string setting, object? value) =>
        value is bool flag ? flag
        : value is string text && bool.TryParse(text, out var parsed) ? parsed
        : throw new InvalidSettingException(setting, value, "is neither true nor false.", "Say $true or $false.");

    private static IEnumerable<object?> Items(object? value) =>
        value is IEnumerable items and not (string or IDictionary) ? items.Cast<object?>() : [value];
}
