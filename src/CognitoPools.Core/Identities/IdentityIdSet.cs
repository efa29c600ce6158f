namespace CognitoPools.Identities;

/// <summary>A set of identity ids of one pool. It uses 16 bytes for each id, plus up to an eighth as room to grow. Add
/// all ids before the first lookup.</summary>
internal sealed class IdentityIdSet
{
    private const int Buckets = 256;

    private readonly Bucket?[] buckets = new Bucket?[Buckets];
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public void Add(string id)
    {
        Count++;
        if (Read(id) is not { } key)
            others.Add(id);
        else
            (buckets[key.High >> 56] ??= new Bucket()).Add(key);
    }

    public bool Contains(string id) => Read(id) is { } key
        ? buckets[key.High >> 56] is { } bucket && bucket.Contains(key)
        : others.Contains(id);

    private static IdentityKey? Read(string id) => IdentityKey.Read(id, id.IndexOf(':'));

    private sealed class Bucket
    {
        private IdentityKey[] keys = new IdentityKey[16];
        private int count;
        private bool sorted;

        public void Add(IdentityKey key)
        {
            if (count == keys.Length)
                Array.Resize(ref keys, count + Math.Max(16, count / 8));
            keys[count++] = key;
            sorted = false;
        }

        public bool Contains(IdentityKey key)
        {
            if (!sorted)
                Array.Sort(keys, 0, count);
            sorted = true;
            return Array.BinarySearch(keys, 0, count, key) >= 0;
        }
    }
}
