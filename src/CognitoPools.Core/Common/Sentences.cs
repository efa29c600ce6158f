namespace CognitoPools;

/// <summary>Completes messages of the service, which sometimes lack the full stop.</summary>
public static class Sentences
{
    /// <summary>The text with a full stop, unless it already ends a sentence.</summary>
    /// <param name="text">A sentence or more.</param>
    /// <returns>The text with its full stop.</returns>
    public static string Ended(string text) => text.Length == 0 || ".!?".IndexOf(text[text.Length - 1]) >= 0 ? text : text + ".";

    /// <summary>The items as a list in a sentence, such as "A, B or C".</summary>
    /// <param name="items">At least one item.</param>
    /// <param name="word">The word before the last item.</param>
    internal static string List(IReadOnlyList<string> items, string word) => items.Count == 1
        ? items[0]
        : $"{string.Join(", ", items.Take(items.Count - 1))} {word} {items[items.Count - 1]}";
}
