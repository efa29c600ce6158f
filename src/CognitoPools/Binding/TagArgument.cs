using System.Collections;
using System.Globalization;

namespace CognitoPools.Binding;

/// <summary>Tags as a hashtable.</summary>
internal static class TagArgument
{
    public static IEnumerable<KeyValuePair<string, string>> Read(IDictionary? table)
    {
        if (table is null)
            yield break;
        foreach (DictionaryEntry entry in table)
        {
            yield return new(
                Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "",
                Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? "");
        }
    }
}
