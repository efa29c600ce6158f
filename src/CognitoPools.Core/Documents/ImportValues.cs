namespace CognitoPools.Documents;

/// <summary>The values of -Value: values of placeholders, secrets by name, and role names by role key.</summary>
/// <param name="given">The values by key.</param>
internal sealed class ImportValues(IReadOnlyDictionary<string, string> given)
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>No values.</summary>
    public static ImportValues None { get; } = new(new Dictionary<string, string>());

    /// <summary>All values by key.</summary>
    public IReadOnlyDictionary<string, string> All => given;

    /// <summary>The keys that no document has used.</summary>
    public IEnumerable<string> Unused => given.Keys.Except(used, StringComparer.Ordinal);

    /// <summary>A value, or null if it was not specified.</summary>
    /// <param name="key">The name of a placeholder or a secret, or the key of a role.</param>
    public string? Find(string key)
    {
        if (!given.TryGetValue(key, out var value))
            return null;
        used.Add(key);
        return value;
    }

    /// <summary>Records that a document uses a key.</summary>
    public void Use(string key) => used.Add(key);
}
