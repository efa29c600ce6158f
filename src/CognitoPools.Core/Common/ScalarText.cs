using System.Collections;
using System.Globalization;
using System.Numerics;

namespace CognitoPools;

/// <summary>The text of a value that stands where the service takes one text: a tag, a claim's name, an application id.</summary>
internal static class ScalarText
{
    /// <summary>The text: of a number and a truth value in the invariant culture, of a date in ISO 8601.</summary>
    /// <param name="setting">The parameter or the setting.</param>
    /// <param name="key">The key that the value stands under, or null.</param>
    /// <param name="value">What the user gave.</param>
    /// <exception cref="InvalidSettingException">It is null, or a list, a table or another object that has no text of its
    /// own.</exception>
    public static string Of(string setting, string? key, object? value) => value switch
    {
        string text => text,
        bool or char or Enum or decimal or BigInteger or Guid or Version or Uri or TimeSpan =>
            Convert.ToString(value, CultureInfo.InvariantCulture)!,
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("o", CultureInfo.InvariantCulture),
        IConvertible number when value.GetType().IsPrimitive => number.ToString(CultureInfo.InvariantCulture),
        _ =>
            throw new InvalidSettingException(
                setting, key,
                value switch
                {
                    null => "the value is null.",
                    IDictionary => "the value is a table; a text, a number or a truth value is needed.",
                    IEnumerable => "the value is a list; a text, a number or a truth value is needed.",
                    _ => $"the value is of type {value.GetType().Name}; a text, a number or a truth value is needed.",
                },
                "Specify one value, for example with '-join'."),
    };
}
