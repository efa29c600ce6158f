namespace CognitoPools;

/// <summary>An identity pool as text: a pool document, a CloudFormation template or a Terraform configuration.</summary>
public sealed record PoolDocument
{
    /// <summary>The name of the pool.</summary>
    public string Name { get; internal init; } = null!;

    /// <summary>The Region that the pool was read from, or null.</summary>
    public string? Region { get; internal init; }

    /// <summary>What the text is.</summary>
    public PoolDocumentFormat Format { get; internal init; }

    /// <summary>The text. Lines end with a line feed.</summary>
    public string Text { get; internal init; } = null!;

    /// <summary>What the format or the caller's permissions left out, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The text of the file beside it, which names the resources to import; null for formats without one.</summary>
    public string? ResourcesToImport { get; internal init; }

    /// <summary>Which roles the text does not describe because they could not be read.</summary>
    internal IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Gives the text.</summary>
    public override string ToString() => Text;
}
