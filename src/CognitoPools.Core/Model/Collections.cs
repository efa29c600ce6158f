using System.Collections.Immutable;

namespace CognitoPools;

/// <summary>The collections of the model: ordinal keys, a stable order.</summary>
internal static class Collections
{
    public static ImmutableSortedDictionary<string, string> NoStrings { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, string> Strings(IEnumerable<KeyValuePair<string, string>>? pairs) =>
        pairs is null ? NoStrings : NoStrings.SetItems(pairs);
}
