using System.Collections;

namespace CognitoPools.Binding;

/// <summary>Tags as a hashtable.</summary>
internal static class TagArgument
{
    /// <summary>The tags.</summary>
    /// <param name="parameter">The parameter that contains them.</param>
    /// <param name="table">The hashtable, or null.</param>
    /// <exception cref="InvalidSettingException">A value is null or cannot be converted to text.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(string parameter, IDictionary? table)
    {
        if (table is null)
            yield break;
        foreach (DictionaryEntry entry in table)
        {
            var key = ScalarText.Of(parameter, null, Unwrapped.Object(entry.Key));
            yield return new(key, ScalarText.Of(parameter, key, Unwrapped.Object(entry.Value), canJoin: true));
        }
    }
}
