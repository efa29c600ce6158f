namespace CognitoPools;

/// <summary>The collections of the model.</summary>
internal static class Collections
{
    /// <summary>A table of the pairs.</summary>
    public static ReadableTable Strings(IEnumerable<KeyValuePair<string, string>>? pairs) =>
        pairs as ReadableTable ?? ReadableTable.Empty.SetItems(pairs ?? []);

    /// <summary>A read-only list with a readable text.</summary>
    public static ReadableList<T> Readable<T>(IReadOnlyList<T> items) =>
        items as ReadableList<T> ?? (items.Count == 0 ? ReadableList<T>.Empty : new ReadableList<T>(items));
}
