using System.Globalization;

namespace CognitoPools.Providers;

/// <summary>Reads rules, attribute mappings and choices from objects, hashtables and words.</summary>
public static class ProviderSettings
{
    /// <summary>One rule, or several.</summary>
    /// <param name="value">A rule in any of its forms, the text of one or more, or a list of them.</param>
    /// <exception cref="InvalidSettingException">An item is not a rule.</exception>
    public static IReadOnlyList<PoolRoleRule> Rules(object? value) => RuleForms.ReadAll(value);

    /// <summary>A rule.</summary>
    /// <param name="value">A rule in any of its forms.</param>
    /// <exception cref="InvalidSettingException">The value is not a rule.</exception>
    public static PoolRoleRule Rule(object? value) => RuleForms.Read(value);

    /// <summary>An attribute mapping.</summary>
    /// <param name="value">Inactive, Default, a table of principal tag key to claim, or the form of another tool or a
    /// file.</param>
    /// <exception cref="InvalidSettingException">The value is none of these.</exception>
    public static AttributeMapping Mapping(object? value) => MappingForms.Read(value);

    /// <summary>Reads a member of an enumeration; not case-sensitive.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="setting">The parameter or the key.</param>
    /// <param name="value">The word or the member.</param>
    /// <exception cref="InvalidSettingException">The value is not a member.</exception>
    internal static T Choice<T>(string setting, object? value) where T : struct, Enum =>
        Member<T>(value)
            ?? throw new InvalidSettingException(
                setting, value, "the value is not supported.", $"Specify {Choices<T>()}.");

    /// <summary>The members of an enumeration as the end of a sentence: 'A, B or C'.</summary>
    internal static string Choices<T>() where T : struct, Enum => Sentences.List(Enum.GetNames(typeof(T)), "or");

    /// <summary>The member of an enumeration that a word names, not case-sensitive; null if there is none.</summary>
    internal static T? Find<T>(string word) where T : struct, Enum
    {
        var name = Array.Find(
            Enum.GetNames(typeof(T)), known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase));
        return name is null ? null : (T)Enum.Parse(typeof(T), name);
    }

    /// <summary>The member of an enumeration for a word or a number; null if there is none. ConvertTo-Json writes the
    /// numbers.</summary>
    internal static T? Member<T>(object? value) where T : struct, Enum => value switch
    {
        T given when Enum.IsDefined(typeof(T), given) => given,
        // A CSV file contains numbers as text.
        string word when long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Member<T>(number),
        string word => Find<T>(word),
        int or long or short or byte
            when Convert.ToInt64(value, CultureInfo.InvariantCulture) is var number
                && Enum.GetValues(typeof(T)).Cast<T>().Any(known =>
                    Convert.ToInt64(known, CultureInfo.InvariantCulture) == number) =>
            (T)Enum.ToObject(typeof(T), value!),
        _ => null,
    };

    /// <summary>Converts a value to the type of a setting.</summary>
    internal static object Value(Type type, string setting, object? value) =>
        type == typeof(RoleSetting) ? Choice<RoleSetting>(setting, value)
        : type == typeof(RoleResolution?) ? Choice<RoleResolution>(setting, value)
        : type == typeof(IReadOnlyList<PoolRoleRule>) ? Rules(value)
        : type == typeof(AttributeMapping) ? Mapping(value)
        : type == typeof(bool?) ? Flag(setting, value)
        : throw new NotSupportedException($"A table cannot contain the setting {setting}: its type {type} is not supported.");

    /// <summary>A Boolean value, also as text.</summary>
    internal static bool Flag(string setting, object? value) =>
        value is bool flag ? flag
        : value is string text && bool.TryParse(text, out var parsed) ? parsed
        : throw new InvalidSettingException(setting, value, "the value must be true or false.", "Specify $true or $false.");
}
