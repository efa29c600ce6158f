namespace CognitoPools.Documents.Templates;

/// <summary>Checks that a role mapping or a principal tag names a provider of its pool.</summary>
internal static class ProviderLookup
{
    /// <summary>Rejects a key that no provider of the pool has.</summary>
    /// <param name="key">The key.</param>
    /// <param name="known">The keys of the pool's providers.</param>
    /// <param name="place">The element with the key.</param>
    public static void Check(string key, IEnumerable<string?> known, DocumentElement place)
    {
        string[] keys = [.. known.Where(name => name is not null).Select(name => name!).Distinct(StringComparer.Ordinal)];
        if (keys.Contains(key, StringComparer.Ordinal))
            return;
        var question = NearestMatch.Question(key, keys);
        throw place.Error(
            $"the identity pool has no provider '{ShownText.Value(key)}'.",
            question.Length > 0 ? question
                : keys.Length > 0 ? $"Its providers are {string.Join(", ", keys.Select(ShownText.Value))}."
                : "Add the provider, or remove this.");
    }
}
