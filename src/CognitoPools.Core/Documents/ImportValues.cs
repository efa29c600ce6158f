namespace CognitoPools.Documents;

/// <summary>What -Value gives: values for placeholders, secrets by their names, and names of roles by their keys.</summary>
/// <param name="given">The values by their keys.</param>
internal sealed class ImportValues(IReadOnlyDictionary<string, string> given)
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>No values.</summary>
    public static ImportValues None { get; } = new(new Dictionary<string, string>());

    /// <summary>All values by their keys.</summary>
    public IReadOnlyDictionary<string, string> All => given;

    /// <summary>The keys that no document has asked for.</summary>
    public IEnumerable<string> Unused => given.Keys.Except(used, StringComparer.Ordinal);

    /// <summary>A value; null when none is given.</summary>
    /// <param name="key">The name of a placeholder or a secret, or the key of a role.</param>
    public string? Find(string key)
    {
        if (!given.TryGetValue(key, out var value))
            return null;
        used.Add(key);
        return value;
    }

    /// <summary>Notes that a document knows a key.</summary>
    public void Use(string key) => used.Add(key);
}
