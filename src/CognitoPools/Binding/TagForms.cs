using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Tags that are not a table: the list of Key and Value that other tools write, and the text of a CSV file.</summary>
internal static class TagForms
{
    /// <summary>The tags as a table; null when the value has none of these forms.</summary>
    /// <param name="value">The value from the user.</param>
    /// <exception cref="InvalidSettingException">Keys and values of a text cannot be told apart.</exception>
    public static OrderedDictionary? Find(object? value) => Unwrapped.Object(value) switch
    {
        string text when text.IndexOf('=') > 0 => Table(TagText.Read("Tag", text).Select(tag => (tag.Key, (object?)tag.Value))),
        IList { Count: > 0 } list when list.Cast<object?>().All(IsTag) => Table(list.Cast<object?>().Select(Tag)),
        // A table with the keys Key and Value has two tags; such an object from JSON is one tag.
        PSObject single when IsTag(single) => Table([Tag(single)]),
        _ => null,
    };

    private static bool IsTag(object? value) =>
        Unwrapped.Value(value) is IDictionary { Count: 2 } tag
            && tag.Keys.Cast<object>().All(key => key is "Key" or "key" or "Value" or "value");

    private static (string Key, object? Value) Tag(object? value) =>
        (Unwrapped.Property(value!, "Key") ?? "", Unwrapped.PropertyValue(value!, "Value"));

    private static OrderedDictionary Table(IEnumerable<(string Key, object? Value)> tags)
    {
        var table = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
            table[key] = value;
        return table;
    }
}
