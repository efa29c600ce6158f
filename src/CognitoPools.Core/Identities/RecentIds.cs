namespace CognitoPools.Identities;

/// <summary>The latest identities of one Region, as many as a fixed window holds. It holds no text: ids that lived as long as the window would fill the older generations of the heap.</summary>
/// <param name="size">How many.</param>
internal sealed class RecentIds(int size)
{
    private readonly HashSet<IdentityKey> _known = [];
    private readonly IdentityKey[] _order = new IdentityKey[size];
    private int _next;

    /// <summary>Takes an identity in; false when it is there already.</summary>
    public bool Add(IdentityKey key)
    {
        if (!_known.Add(key))
            return false;
        if (_known.Count > size)
            _known.Remove(_order[_next]);
        _order[_next] = key;
        _next = (_next + 1) % size;
        return true;
    }
}
