namespace CognitoPools.Documents.Templates;

/// <summary>The values for a template from the user, and which of them the template used.</summary>
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

    /// <summary>Records that the template uses a value that is read elsewhere.</summary>
    /// <param name="name">The name of the value.</param>
    public void Use(string name) => Find(name);

    /// <summary>The remedy for a missing value.</summary>
    /// <param name="name">The name of the value.</param>
    public static string Remedy(string name) => $"Specify -Value @{{ '{ShownText.Value(name).Replace("'", "''")}' = '...' }}.";
}
