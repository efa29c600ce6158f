namespace CognitoPools;

/// <summary>An identity pool as text: a pool document, a CloudFormation template or a Terraform configuration.</summary>
public sealed record PoolDocument
{
    /// <summary>The name of the pool.</summary>
    public string Name { get; internal init; } = null!;

    /// <summary>The Region that the pool was read from, or null.</summary>
    public string? Region { get; internal init; }

    /// <summary>The format of the text.</summary>
    public PoolDocumentFormat Format { get; internal init; }

    /// <summary>The text. Lines end with a line feed.</summary>
    public string Text { get; internal init; } = null!;

    /// <summary>Parts that are missing because of the format or the caller's permissions, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The text of the second file, with the resources to import; null for formats without one.</summary>
    public string? ResourcesToImport { get; internal init; }

    /// <summary>The roles that the text does not describe because they could not be read.</summary>
    internal IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Returns the text.</summary>
    public override string ToString() => Text;
}
