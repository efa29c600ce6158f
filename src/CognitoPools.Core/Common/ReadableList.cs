using System.Collections;

namespace CognitoPools;

/// <summary>A list of the model. It cannot be changed. Its text is that of its items, and two lists are equal when their items
/// are equal, so that Export-Csv, Group-Object, Sort-Object and Compare-Object give correct results.</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed class ReadableList<T> : IReadOnlyList<T>, IList, IEquatable<ReadableList<T>>
{
    private readonly T[] items;

    /// <summary>Copies the items.</summary>
    /// <param name="items">The items.</param>
    public ReadableList(IEnumerable<T> items) => this.items = [.. items];

    /// <summary>No items.</summary>
    public static ReadableList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    bool IList.IsFixedSize => true;

    bool IList.IsReadOnly => true;

    bool ICollection.IsSynchronized => true;

    object ICollection.SyncRoot => items;

    object? IList.this[int index]
    {
        get => items[index];
        set => throw Unchangeable();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ReadableList<T>? other) => other is not null && items.SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReadableList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Aggregate(items.Length, (hash, item) => unchecked((hash * 397) ^ (item?.GetHashCode() ?? 0)));

    /// <summary>The texts of the items, with <c>; </c> between them, because the text of an item may contain commas.</summary>
    public override string ToString() => string.Join("; ", items);

    bool IList.Contains(object? value) => ((IList)items).Contains(value);

    int IList.IndexOf(object? value) => ((IList)items).IndexOf(value);

    void ICollection.CopyTo(Array array, int index) => items.CopyTo(array, index);

    int IList.Add(object? value) => throw Unchangeable();

    void IList.Clear() => throw Unchangeable();

    void IList.Insert(int index, object? value) => throw Unchangeable();

    void IList.Remove(object? value) => throw Unchangeable();

    void IList.RemoveAt(int index) => throw Unchangeable();

    private static NotSupportedException Unchangeable() => new("The list cannot be changed, because it is part of a read-only object.");
}
