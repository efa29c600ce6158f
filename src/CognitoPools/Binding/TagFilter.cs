using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>The tags that a pool must have: every key of a hashtable, with any of its values.</summary>
internal sealed class TagFilter
{
    private readonly List<(string Key, List<Func<string, bool>> Values)> wanted = [];

    private TagFilter()
    {
    }

    /// <summary>The filter, or null when there is none.</summary>
    /// <param name="parameter">The parameter that contains it.</param>
    /// <param name="table">The hashtable, or null.</param>
    /// <exception cref="InvalidSettingException">It is empty, or contains an invalid tag.</exception>
    public static TagFilter? Read(string parameter, IDictionary? table)
    {
        if (table is null)
            return null;
        if (table.Count == 0)
        {
            throw new InvalidSettingException(
                parameter, null, "must not be an empty table.", $"Specify, for example, @{{ team = 'web' }}, or omit -{parameter}.");
        }
        var filter = new TagFilter();
        foreach (DictionaryEntry entry in table)
        {
            var key = ScalarText.Of(parameter, null, Unwrapped.Object(entry.Key));
            if (WildcardPattern.ContainsWildcardCharacters(key))
            {
                throw new InvalidSettingException(
                    parameter, key, "must not contain a wildcard: only values may.", "Specify the exact key.");
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
                parameter, key, "must not have an empty list of values.", "Specify a value, or '*' for any value.");
        }
        return [.. list.Cast<object?>().Select(item => Value(parameter, key, Unwrapped.Object(item)))];
    }

    // Like the names of pools, a value without wildcards must match exactly.
    private static Func<string, bool> Value(string parameter, string key, object? value)
    {
        var text = ScalarText.Of(parameter, key, value);
        return WildcardPattern.ContainsWildcardCharacters(text)
            ? Wildcard.Of(parameter, text).IsMatch
            : other => string.Equals(other, text, StringComparison.Ordinal);
    }
}
