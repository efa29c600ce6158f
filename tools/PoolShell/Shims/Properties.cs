using System.Collections;
using System.Management.Automation;

namespace PoolShell.Shims;

/// <summary>What the commands on objects understand by -Property.</summary>
internal static class Properties
{
    /// <summary>A new object with the properties that names, wildcards, script blocks and tables of Name (or Label) and Expression choose.</summary>
    public static PSObject Choose(PSCmdlet cmdlet, PSObject item, IEnumerable<object> wanted)
    {
        var chosen = new PSObject();
        foreach (object each in wanted)
        {
            object bare = each is PSObject wrapped ? wrapped.BaseObject : each;
            if (bare is string name && WildcardPattern.ContainsWildcardCharacters(name))
            {
                foreach (var match in item.Properties.Match(name)) Add(chosen, match.Name, match.Value);
            }
            else
            {
                Add(chosen, Name(bare), Value(cmdlet, item, bare));
            }
        }
        return chosen;
    }

    /// <summary>The value that one name, script block or table gives.</summary>
    public static object? Value(PSCmdlet cmdlet, PSObject item, object wanted) => (wanted is PSObject wrapped ? wrapped.BaseObject : wanted) switch
    {
        ScriptBlock script => script.InvokeWithContext([], [new PSVariable("_", item)]) switch
        {
            [] => null,
            [var one] => one,
            var many => many.ToArray(),
        },
        IDictionary table => Value(cmdlet, item, Entry(table, "Expression") ?? throw new PSArgumentException("The table lacks its Expression.")),
        var name => item.Properties[LanguagePrimitives.ConvertTo<string>(name)]?.Value,
    };

    /// <summary>Whether two objects are equal: by value, or by all their properties.</summary>
    public static bool Same(PSObject one, PSObject other, bool byProperties) => byProperties
        ? one.Properties.Select(property => property.Value).SequenceEqual(other.Properties.Select(property => property.Value), Comparer)
        : Comparer.Equals(one, other);

    /// <summary>Equality as the language has it, whatever the culture.</summary>
    public static IEqualityComparer<object?> Comparer { get; } = EqualityComparer<object?>.Create(
        (one, other) => LanguagePrimitives.Equals(one, other, ignoreCase: true, System.Globalization.CultureInfo.InvariantCulture), value => StringComparer.OrdinalIgnoreCase.GetHashCode(value?.ToString() ?? ""));

    private static string Name(object wanted) => wanted is IDictionary table
        ? LanguagePrimitives.ConvertTo<string>(Entry(table, "Name") ?? Entry(table, "Label") ?? Entry(table, "Expression"))
        : LanguagePrimitives.ConvertTo<string>(wanted);

    private static object? Entry(IDictionary table, string name) => table.Keys.Cast<object>()
        .Where(key => key is string text && name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Select(key => table[key]).FirstOrDefault();

    private static void Add(PSObject target, string name, object? value)
    {
        if (target.Properties[name] is null) target.Properties.Add(new PSNoteProperty(name, value));
    }
}
