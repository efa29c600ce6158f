namespace CognitoPools.Documents.Templates;

/// <summary>The values that a user gives to a template, and which of them it used.</summary>
internal sealed class TemplateValues(IReadOnlyDictionary<string, string> values)
{
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The names of the values that were used.</summary>
    public IReadOnlyList<string> Used => [.. used];

    /// <summary>The value of a name, or null.</summary>
    /// <param name="name">The name of a parameter, a pseudo parameter or an attribute of a resource.</param>
    public string? Find(string name)
    {
        if (!values.TryGetValue(name, out var value))
            return null;
        used.Add(name);
        return value;
    }

    /// <summary>Notes a value that the template takes and somebody else reads.</summary>
    /// <param name="name">Its name.</param>
    public void Use(string name) => Find(name);

    /// <summary>What to do where a value is missing.</summary>
    /// <param name="name">Its name.</param>
    public static string Remedy(string name) => $"Specify -Value @{{ '{ShownText.Value(name).Replace("'", "''")}' = '...' }}.";
}
