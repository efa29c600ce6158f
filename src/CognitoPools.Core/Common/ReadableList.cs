using System.Collections;

namespace CognitoPools;

/// <summary>A list of the model. Nobody can change it; its text is that of its items, and two are equal when their items are,
/// so that Export-Csv, Group-Object, Sort-Object and Compare-Object give right results.</summary>
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

    /// <summary>The items' texts, with <c>; </c> between them. An item's own text may hold commas.</summary>
    public override string ToString() => string.Join("; ", items);

    bool IList.Contains(object? value) => ((IList)items).Contains(value);

    int IList.IndexOf(object? value) => ((IList)items).IndexOf(value);

    void ICollection.CopyTo(Array array, int index) => items.CopyTo(array, index);

    int IList.Add(object? value) => throw Unchangeable();

    void IList.Clear() => throw Unchangeable();

    void IList.Insert(int index, object? value) => throw Unchangeable();

    void IList.Remove(object? value) => throw Unchangeable();

    void IList.RemoveAt(int index) => throw Unchangeable();

    private static NotSupportedException Unchangeable() => new("The list is part of an object that does not change.");
}
