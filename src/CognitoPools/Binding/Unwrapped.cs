using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Values without the engine's wrapping, down to the entries of lists and hashtables: the core knows no PSObject.</summary>
internal static class Unwrapped
{
    public static object? Value(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        IDictionary table => Table(table),
        object?[] items => Array.ConvertAll(items, Value),
        ArrayList items => Array.ConvertAll(items.ToArray(), Value),
        var plain => plain,
    };

    private static OrderedDictionary Table(IDictionary table)
    {
        var plain = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table) plain[entry.Key] = Value(entry.Value);
        return plain;
    }
}
