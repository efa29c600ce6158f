using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Which tags a pool must have: every key of a hashtable, with any of the key's values.</summary>
internal sealed class TagFilter
{
    private readonly List<(string Key, List<Func<string, bool>> Values)> wanted = [];

    private TagFilter()
    {
    }

    /// <summary>The filter, or null when there is none.</summary>
    /// <param name="parameter">The parameter that holds it.</param>
    /// <param name="table">The hashtable, or null.</param>
    /// <exception cref="InvalidSettingException">It is empty, or holds what cannot be a tag.</exception>
    public static TagFilter? Read(string parameter, IDictionary? table)
    {
        if (table is null)
            return null;
        if (table.Count == 0)
        {
            throw new InvalidSettingException(
                parameter, null, "the table is empty.", $"Specify tags such as @{{ team = 'web' }}, or omit -{parameter}.");
        }
        var filter = new TagFilter();
        foreach (DictionaryEntry entry in table)
        {
            var key = ScalarText.Of(parameter, null, Unwrapped.Object(entry.Key));
            if (WildcardPattern.ContainsWildcardCharacters(key))
            {
                throw new InvalidSettingException(
                    parameter, key, "the key holds a wildcard, which only values may.", "Specify the whole key.");
            }
            filter.wanted.Add((key, Values(parameter, key, Unwrapped.Object(entry.Value))));
        }
        return filter;
    }

    /// <summary>Whether the pool has the tags.</summary>
    /// <param name="pool">A pool with its tags.</param>
    public bool Fits(IdentityPool pool) => wanted.TrueForAll(tag =>
        pool.Tags.TryGetValue(tag.Key, out var value) && tag.Values.Exists(fits => fits(value)));

    private static List<Func<string, bool>> Values(string parameter, string key, object? value)
    {
        if (value is not IList list)
            return [Value(parameter, key, value)];
        if (list.Count == 0)
        {
            throw new InvalidSettingException(
                parameter, key, "the list of values is empty.", "Specify a value, or '*' for any.");
        }
        return [.. list.Cast<object?>().Select(item => Value(parameter, key, Unwrapped.Object(item)))];
    }

    // As with the names of pools: exact, unless it is a pattern.
    private static Func<string, bool> Value(string parameter, string key, object? value)
    {
        var text = ScalarText.Of(parameter, key, value);
        return WildcardPattern.ContainsWildcardCharacters(text)
            ? Wildcard.Of(parameter, text).IsMatch
            : other => string.Equals(other, text, StringComparison.Ordinal);
    }
}
