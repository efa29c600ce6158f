namespace CognitoPools.Documents;

/// <summary>The text of a document and its source.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">The file, or another name of the source for messages.</param>
internal sealed record SourceText(string Text, string Source)
{
    /// <summary>The Region that the folder of the file is named after, as in an export of all Regions, or null.</summary>
    public string? Region { get; init; }
}

/// <summary>A pool that a document describes.</summary>
/// <param name="Definition">The definition in the document.</param>
/// <param name="Source">The file, or another name of the source for messages.</param>
internal sealed record SourceDefinition(PoolDefinition Definition, string Source)
{
    /// <summary>The Region of the folder of the file or of the exported object, or null.</summary>
    public string? Region { get; init; }

    /// <summary>The secrets in the document, by name. Only output of the AWS CLI or a template contains them.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the parameters of a template, and of pseudo parameters with specified values.</summary>
    public IReadOnlyCollection<string> Parameters { get; init; } = [];

    /// <summary>The parts of the document that the module cannot import, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The names that -Value can have for this pool.</summary>
    public IEnumerable<string> ValueNames =>
        [.. DocumentPlaceholders.Names, .. Definition.Secrets.Values, .. Definition.Roles.Keys, .. Parameters];
}
