namespace CognitoPools.Identities;

/// <summary>The latest ids, as many as a fixed window holds.</summary>
/// <param name="size">How many.</param>
internal sealed class RecentIds(int size)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Takes an id in; false when it is there already.</summary>
    public bool Add(string id)
    {
        if (!_known.Add(id))
            return false;
        _order.Enqueue(id);
        if (_order.Count > size)
            _known.Remove(_order.Dequeue());
        return true;
    }
}
