using System.Collections.Immutable;

namespace CognitoPools;

/// <summary>The collections of the model: ordinal keys, a stable order, and what a script can index.</summary>
internal static class Collections
{
    public static ImmutableSortedDictionary<string, string> NoStrings { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, string> Strings(IEnumerable<KeyValuePair<string, string>>? pairs) =>
        pairs is null ? NoStrings : NoStrings.SetItems(pairs);

    /// <summary>The list as one that PowerShell can index: it sees no indexer on the types that the compiler makes for
    /// collection expressions.</summary>
    public static IReadOnlyList<T> Indexable<T>(IReadOnlyList<T> items) => items is T[] or List<T> ? items : items.ToArray();
}
