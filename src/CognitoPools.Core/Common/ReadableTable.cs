using System.Collections;
using System.Collections.Immutable;

namespace CognitoPools;

/// <summary>A table of texts, such as tags, in the order of its keys, which are case-sensitive. It cannot be changed. Its text
/// is <c>key=value; key=value</c>, and two tables are equal when their entries are equal.</summary>
public sealed class ReadableTable : IReadOnlyDictionary<string, string>, IDictionary, IEquatable<ReadableTable>
{
    private readonly ImmutableSortedDictionary<string, string> entries;

    private ReadableTable(ImmutableSortedDictionary<string, string> entries) => this.entries = entries;

    /// <summary>No entries.</summary>
    public static ReadableTable Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => entries.Values;

    bool IDictionary.IsFixedSize => true;

    bool IDictionary.IsReadOnly => true;

    bool ICollection.IsSynchronized => true;

    object ICollection.SyncRoot => entries;

    ICollection IDictionary.Keys => entries.Keys.ToArray();

    ICollection IDictionary.Values => entries.Values.ToArray();

    /// <inheritdoc/>
    public string this[string key] => entries[key];

    object? IDictionary.this[object key]
    {
        get => key is string text && entries.TryGetValue(text, out var value) ? value : null;
        set => throw Unchangeable();
    }

    /// <summary>The table with further entries, which replace those with the same key.</summary>
    /// <param name="further">The entries.</param>
    public ReadableTable SetItems(IEnumerable<KeyValuePair<string, string>> further) => new(entries.SetItems(further));

    /// <summary>The table with one further entry, which replaces one with the same key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public ReadableTable SetItem(string key, string value) => new(entries.SetItem(key, value));

    /// <summary>The table without an entry.</summary>
    /// <param name="key">Its key.</param>
    public ReadableTable Remove(string key) => new(entries.Remove(key));

    /// <summary>The table without some entries.</summary>
    /// <param name="keys">Their keys.</param>
    public ReadableTable RemoveRange(IEnumerable<string> keys) => new(entries.RemoveRange(keys));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out string value)
    {
        var found = entries.TryGetValue(key, out var known);
        value = known!;
        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    IDictionaryEnumerator IDictionary.GetEnumerator() => ((IDictionary)entries).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ReadableTable? other) => other is not null && entries.SequenceEqual(other.entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReadableTable);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        entries.Aggregate(entries.Count, (hash, entry) => unchecked((hash * 397) ^ StringComparer.Ordinal.GetHashCode(entry.Key)));

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", entries.Select(entry => $"{entry.Key}={entry.Value}"));

    bool IDictionary.Contains(object key) => key is string text && entries.ContainsKey(text);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)entries).CopyTo(array, index);

    void IDictionary.Add(object key, object? value) => throw Unchangeable();

    void IDictionary.Clear() => throw Unchangeable();

    void IDictionary.Remove(object key) => throw Unchangeable();

    private static NotSupportedException Unchangeable() => new("The table cannot be changed, because it is part of a read-only object.");
}
