using System.Collections;

namespace CognitoPools;

/// <summary>
/// The keys that a table may have, in the module's own words and in those of other tools: the case of a key and the
/// underscores of Terraform do not count, and a key of another tool stands for the module's.
/// </summary>
internal sealed class KeyNames
{
    private const int MostEdits = 3;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> meant;

    /// <summary>Knows the module's own keys.</summary>
    /// <param name="own">The keys in the module's words.</param>
    /// <param name="others">Pairs of another tool's key and the module's.</param>
    public KeyNames(IEnumerable<string> own, params (string Other, string Own)[] others)
    {
        var all = own.ToList();
        foreach (var name in all)
            names[Plain(name)] = name;
        foreach (var (other, name) in others)
            names[Plain(other)] = name;
        meant = [.. all, .. others.Select(pair => pair.Other)];
    }

    /// <summary>The module's word for a key; null for one that it does not know.</summary>
    /// <param name="key">A key of a user's table.</param>
    public string? Find(string key) => names.TryGetValue(Plain(key), out var name) ? name : null;

    /// <summary>The entries of a table under the module's own keys; those that are not known keep theirs.</summary>
    /// <param name="setting">The parameter that the table was given for.</param>
    /// <param name="table">The user's table.</param>
    /// <exception cref="InvalidSettingException">Two keys say the same.</exception>
    public Dictionary<string, object?> Read(string setting, IDictionary table)
    {
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            var key = ScalarText.Of(setting, null, entry.Key);
            var name = Find(key) ?? key;
            if (entries.ContainsKey(name))
                throw new InvalidSettingException(setting, key, $"two keys of the table say its {name}.", "Specify one of them.");
            entries[name] = entry.Value;
        }
        return entries;
    }

    /// <summary>Refuses a table with a key that is not known.</summary>
    /// <param name="setting">The parameter that the table was given for.</param>
    /// <param name="table">The user's table.</param>
    /// <param name="remedy">What the parameter takes.</param>
    /// <exception cref="InvalidSettingException">A key is not known.</exception>
    public void Require(string setting, IDictionary table, string remedy)
    {
        foreach (var key in table.Keys.Cast<object?>().Select(key => ScalarText.Of(setting, null, key)))
        {
            if (Find(key) is null)
                throw new InvalidSettingException(setting, key, "is no key of such a table.", Guess(key) + remedy);
        }
    }

    /// <summary>A sentence that names the key which the user probably meant; empty where none is near.</summary>
    /// <param name="key">A key that is not known.</param>
    public string Guess(string key) =>
        NearestMatch.Find(key, meant, Math.Min(MostEdits, key.Length / 2)) is { } near ? $"Did you mean {near}? " : "";

    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToUpperInvariant();
}
