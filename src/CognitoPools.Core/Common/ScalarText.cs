using System.Collections;
using System.Globalization;
using System.Numerics;

namespace CognitoPools;

/// <summary>The text of a value where the service accepts one text: a tag, a claim's name, an application id.</summary>
internal static class ScalarText
{
    /// <summary>The text: of a number and a truth value in the invariant culture, of a date in ISO 8601.</summary>
    /// <param name="setting">The parameter or the setting.</param>
    /// <param name="key">The key of the value, or null.</param>
    /// <param name="value">The value of the user.</param>
    /// <param name="canJoin">Whether a list can be joined to a meaningful text.</param>
    /// <exception cref="InvalidSettingException">It is null, or a list, a table or another object that cannot be converted to
    /// text.</exception>
    public static string Of(string setting, string? key, object? value, bool canJoin = false) => value switch
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
                    null => "must be text, a number or a truth value, not null.",
                    IDictionary => "must be text, a number or a truth value, not a table.",
                    IEnumerable => "must be text, a number or a truth value, not a list.",
                    _ => $"must be text, a number or a truth value, not a value of type {value.GetType().Name}.",
                },
                canJoin && value is IEnumerable and not IDictionary
                    ? "Specify one value; use '-join' to combine several."
                    : "Specify one value."),
    };
}
