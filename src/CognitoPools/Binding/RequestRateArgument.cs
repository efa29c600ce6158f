using System.Collections;
using System.Globalization;

namespace CognitoPools.Binding;

/// <summary>Request rates as a hashtable: <c>@{ ListIdentities = 5 }</c>.</summary>
internal static class RequestRateArgument
{
    public static IReadOnlyDictionary<string, double>? Read(IDictionary? table)
    {
        if (table is null)
            return null;
        var rates = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            var text = Convert.ToString(Unwrapped.Object(entry.Value), CultureInfo.InvariantCulture);
            var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            rates[name] = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                ? rate
                : throw new InvalidSettingException(
                    "RequestRate",
                    null,
                    $"the rate of {ShownText.Value(name)} must be a number; got {ShownText.Quoted(text)}.",
                    "Specify requests per second, for example @{ ListIdentities = 5; DeleteIdentities = 10 }; 0 means no limit.");
        }
        return rates;
    }
}
