using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Removes the engine's wrapping of values, including the entries of lists and hashtables, because the core does not
/// use PSObject.</summary>
internal static class Unwrapped
{
    // Jobs and remote sessions add these properties to each object.
    private static readonly string[] OfJobs = ["RunspaceId", "PSSourceJobInstanceId", "PSComputerName", "PSShowComputerName"];

    /// <summary>The object itself. A custom object keeps its wrapper, which contains its properties.</summary>
    public static object? Object(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>The text of a property, or of an entry of a hashtable, whatever its case; null when there is none.</summary>
    public static string? Property(object value, string name) => Object(PropertyValue(value, name))?.ToString();

    /// <summary>The value of a property, or of an entry of a hashtable, whatever its case; null when there is none.</summary>
    public static object? PropertyValue(object value, string name) => Object(value) is IDictionary table
        ? table.Cast<DictionaryEntry>()
            .FirstOrDefault(entry => string.Equals(entry.Key as string, name, StringComparison.OrdinalIgnoreCase)).Value
        : PSObject.AsPSObject(value).Properties[name]?.Value;

    /// <summary>The object itself, and likewise every entry of a list or a hashtable. A custom object, as from JSON, CSV and
    /// CLIXML, becomes a table of its properties.</summary>
    public static object? Value(object? value) => Object(value) switch
    {
        IDictionary table => Table(table),
        IList items => items.Cast<object?>().Select(Value).ToArray(),
        PSObject { BaseObject: PSCustomObject } row => Table(row),
        var plain => plain,
    };

    private static OrderedDictionary Table(PSObject row)
    {
        var plain = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var property in row.Properties)
        {
            if (!OfJobs.Contains(property.Name))
                plain[property.Name] = Value(property.Value);
        }
        return plain;
    }

    private static OrderedDictionary Table(IDictionary table)
    {
        // Keys of tags and claims are case-sensitive.
        var plain = new OrderedDictionary(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table)
            plain[entry.Key] = Value(entry.Value);
        return plain;
    }
}
