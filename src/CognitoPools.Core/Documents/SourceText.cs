namespace CognitoPools.Documents;

/// <summary>The text of a document and where it comes from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">The file, or what else the user knows it by.</param>
internal sealed record SourceText(string Text, string Source)
{
    /// <summary>The Region that the folder of the file is named for, as an export of all Regions names it, or null.</summary>
    public string? Region { get; init; }
}

/// <summary>A pool that a document describes.</summary>
/// <param name="Definition">What the document says.</param>
/// <param name="Source">The file, or what else the user knows it by.</param>
internal sealed record SourceDefinition(PoolDefinition Definition, string Source)
{
    /// <summary>The Region that the folder of the file, or an exported object, names; null when nothing does.</summary>
    public string? Region { get; init; }

    /// <summary>The secrets that the document holds although it should not, by their names: answers of the service do.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the parameters of a template, and of pseudo parameters that values were given for.</summary>
    public IReadOnlyCollection<string> Parameters { get; init; } = [];

    /// <summary>What the document says and the module cannot take over, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The names under which -Value takes something for this pool.</summary>
    public IEnumerable<string> ValueNames =>
        [.. DocumentPlaceholders.Names, .. Definition.Secrets.Values, .. Definition.Roles.Keys, .. Parameters];
}
