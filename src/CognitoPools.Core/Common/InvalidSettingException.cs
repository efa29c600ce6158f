using System.Globalization;

namespace CognitoPools;

/// <summary>A setting that the service would refuse, found before anything was sent.</summary>
public sealed class InvalidSettingException : Exception
{
    /// <summary>Names the setting, the value, the rule and the remedy.</summary>
    /// <param name="setting">The setting's name, as the user knows it.</param>
    /// <param name="value">The value that breaks the rule, or null when no value was given or it must not be shown.</param>
    /// <param name="rule">The rule: a predicate such as 'must be a number.', or a sentence.</param>
    /// <param name="remedy">The cure, as a sentence.</param>
    public InvalidSettingException(string setting, object? value, string rule, string remedy)
        : this(setting, value is null ? null : ShownText.Short(value), ShownText.Of(rule), ShownText.Of(remedy))
    {
    }

    private InvalidSettingException(string setting, string? value, string rule, string remedy, string? item = null)
        : base($"{SettingSentence.Of(item, setting, value, rule)} {remedy}") =>
        (Setting, Value, Rule, Remedy, Item) = (setting, value, rule, remedy, item);

    /// <summary>The item of a list that has the problem, such as 'Rule 2', or null. The message begins with it.</summary>
    public string? Item { get; }

    /// <summary>The setting's name.</summary>
    public string Setting { get; }

    /// <summary>The value that breaks the rule, as messages show it, or null when no value was given or it must not be
    /// shown.</summary>
    public string? Value { get; }

    /// <summary>The rule.</summary>
    public string Rule { get; }

    /// <summary>The cure.</summary>
    public string Remedy { get; }

    /// <summary>The setting, the value and the rule: the message without the remedy.</summary>
    public string Cause => SettingSentence.Of(Item, Setting, Value, Rule);

    /// <summary>Reads or checks an item of a list. If that fails, the message begins with the number of the item.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="list">The kind of item, such as Rule.</param>
    /// <param name="number">The number of the item, starting at 1.</param>
    /// <param name="read">Reads the item.</param>
    internal static T InItem<T>(string list, int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidSettingException problem)
        {
            throw problem.Of(list, number);
        }
    }

    /// <summary>The same problem in an item of a list.</summary>
    /// <param name="list">The kind of item, such as Rule.</param>
    /// <param name="number">The number of the item, starting at 1.</param>
    internal InvalidSettingException Of(string list, int number)
    {
        var item = $"{list} {number.ToString(CultureInfo.InvariantCulture)}";
        return new InvalidSettingException(Setting, Value, Rule, Remedy, Item is null ? item : $"{item}, {Item}");
    }
}
