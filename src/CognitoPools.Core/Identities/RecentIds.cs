namespace CognitoPools.Identities;

/// <summary>The latest identities of one Region, as many as a fixed window holds. It holds no text: ids that lived as
/// long as the window would fill the older generations of the heap.</summary>
/// <param name="size">How many.</param>
internal sealed class RecentIds(int size)
{
    private readonly HashSet<IdentityKey> known = [];
    private readonly IdentityKey[] order = new IdentityKey[size];
    private int next;

    /// <summary>Takes an identity in; false when it is there already.</summary>
    public bool Add(IdentityKey key)
    {
        if (!known.Add(key))
            return false;
        if (known.Count > size)
            known.Remove(order[next]);
        order[next] = key;
        next = (next + 1) % size;
        return true;
    }
}
