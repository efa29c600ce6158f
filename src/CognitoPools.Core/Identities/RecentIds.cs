namespace CognitoPools.Identities;

/// <summary>The latest identities of one Region in a window of fixed size. It stores keys instead of text, because ids
/// that live as long as the window would fill the older generations of the heap.</summary>
/// <param name="size">The size of the window.</param>
internal sealed class RecentIds(int size)
{
    private readonly HashSet<IdentityKey> known = [];
    private readonly IdentityKey[] order = new IdentityKey[size];
    private int next;

    /// <summary>Adds an identity; false if the window already contains it.</summary>
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
