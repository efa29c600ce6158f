using System.Collections;

namespace CognitoPools;

/// <summary>
/// The keys that a table may have, under the names of the module and of other tools. The case of a key and the underscores of
/// Terraform are ignored, and a key of another tool is replaced with the module's key.
/// </summary>
internal sealed class KeyNames
{
    private const int MostEdits = 3;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> meant;

    /// <summary>Defines the keys.</summary>
    /// <param name="own">The keys of the module.</param>
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

    /// <summary>The module's key for a key; null for an unknown one.</summary>
    /// <param name="key">A key of a user's table.</param>
    public string? Find(string key) => names.TryGetValue(Plain(key), out var name) ? name : null;

    /// <summary>The entries of a table under the module's keys; unknown keys stay unchanged.</summary>
    /// <param name="setting">The parameter of the table.</param>
    /// <param name="table">The user's table.</param>
    /// <exception cref="InvalidSettingException">Two keys have the same meaning.</exception>
    public Dictionary<string, object?> Read(string setting, IDictionary table)
    {
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            var key = ScalarText.Of(setting, null, entry.Key);
            var name = Find(key) ?? key;
            if (entries.ContainsKey(name))
                throw new InvalidSettingException(setting, key, $"is a second key of the table for {name}.", "Specify one of them.");
            entries[name] = entry.Value;
        }
        return entries;
    }

    /// <summary>Refuses a table with an unknown key.</summary>
    /// <param name="setting">The parameter of the table.</param>
    /// <param name="table">The user's table.</param>
    /// <param name="remedy">The keys that the parameter accepts.</param>
    /// <exception cref="InvalidSettingException">A key is unknown.</exception>
    public void Require(string setting, IDictionary table, string remedy)
    {
        foreach (var key in table.Keys.Cast<object?>().Select(key => ScalarText.Of(setting, null, key)))
        {
            if (Find(key) is null)
                throw new InvalidSettingException(setting, key, "is not a valid key of the table.", Guess(key) + remedy);
        }
    }

    /// <summary>A sentence with the key that the user probably meant; empty where none is similar.</summary>
    /// <param name="key">An unknown key.</param>
    public string Guess(string key) =>
        NearestMatch.Find(key, meant, Math.Min(MostEdits, key.Length / 2)) is { } near ? $"Did you mean {near}? " : "";

    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToUpperInvariant();
}
