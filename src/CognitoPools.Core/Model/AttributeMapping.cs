namespace CognitoPools;

/// <summary>Whether a provider's claims become principal tags of the session, and which.</summary>
public enum AttributeMappingMode
{
    /// <summary>No principal tags.</summary>
    Inactive,

    /// <summary>The service's default tags: <c>username</c> and <c>client</c>.</summary>
    Default,

    /// <summary>The tags of <see cref="AttributeMapping.Tags"/>.</summary>
    Custom,
}

/// <summary>The attributes for access control of one provider.</summary>
/// <param name="Mode">Inactive, Default or Custom.</param>
/// <param name="Tags">Principal tag key to claim name; empty unless the mode is Custom.</param>
public sealed record AttributeMapping(AttributeMappingMode Mode, ReadableTable Tags)
{
    /// <inheritdoc cref="AttributeMapping" path="/param[@name='Mode']"/>
    public AttributeMappingMode Mode { get; internal init; } = Mode;

    /// <inheritdoc cref="AttributeMapping" path="/param[@name='Tags']"/>
    public ReadableTable Tags { get; internal init; } = Tags;

    /// <summary>No principal tags.</summary>
    public static AttributeMapping Inactive { get; } = new(AttributeMappingMode.Inactive, ReadableTable.Empty);

    /// <summary>The service's default tags.</summary>
    public static AttributeMapping Default { get; } = new(AttributeMappingMode.Default, ReadableTable.Empty);

    /// <summary>A custom mapping.</summary>
    /// <param name="tags">Principal tag key to claim name, at most 50.</param>
    public static AttributeMapping Custom(IEnumerable<KeyValuePair<string, string>> tags) =>
        new(AttributeMappingMode.Custom, Collections.Strings(tags));

    /// <inheritdoc/>
    public bool Equals(AttributeMapping? other) => other is not null && Mode == other.Mode && Tags.SequenceEqual(other.Tags);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Mode * 397) ^ Tags.Count;

    /// <inheritdoc/>
    public override string ToString() =>
        Mode == AttributeMappingMode.Custom ? string.Join(", ", Tags.Select(tag => $"{tag.Key}={tag.Value}")) : Mode.ToString();
}
