using System.Collections;
using System.Security;

namespace CognitoPools.Binding;

/// <summary>The table of -Value: text, or SecureString for a secret. No message repeats a value.</summary>
internal static class ValueTable
{
    private const string Parameter = "Value";

    /// <summary>The values by their keys.</summary>
    /// <param name="table">The user's table, or null.</param>
    /// <exception cref="InvalidSettingException">A value is not text.</exception>
    public static IReadOnlyDictionary<string, string> Read(IDictionary? table)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            var key = ScalarText.Of(Parameter, null, Unwrapped.Object(entry.Key));
            values[key] = Unwrapped.Object(entry.Value) switch
            {
                SecureString { Length: > 0 } secret => SecretText.Read(secret),
                string { Length: > 0 } text => text,
                int or long => Convert.ToString(entry.Value, System.Globalization.CultureInfo.InvariantCulture)!,
                null or "" or SecureString => throw new InvalidSettingException(Parameter, key, "must not have an empty value.", "Specify a value."),
                var other => throw new InvalidSettingException(
                    Parameter, key, $"must have text as its value, not a value of type {other.GetType().Name}.", "Specify text or a SecureString."),
            };
        }
        return values;
    }
}
