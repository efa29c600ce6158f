namespace CognitoPools.Identities;

/// <summary>A set of identity ids of one pool, at 16 bytes an id and up to an eighth of room to grow. First everything is added, then it is asked.</summary>
internal sealed class IdentityIdSet
{
    private const int Buckets = 256;

    private readonly Bucket?[] _buckets = new Bucket?[Buckets];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public void Add(string id)
    {
        Count++;
        if (Read(id) is not { } key)
            _others.Add(id);
        else
            (_buckets[key.High >> 56] ??= new Bucket()).Add(key);
    }

    public bool Contains(string id) => Read(id) is { } key
        ? _buckets[key.High >> 56] is { } bucket && bucket.Contains(key)
        : _others.Contains(id);

    private static IdentityKey? Read(string id) => IdentityKey.Read(id, id.IndexOf(':'));

    private sealed class Bucket
    {
        private IdentityKey[] _keys = new IdentityKey[16];
        private int _count;
        private bool _sorted;

        public void Add(IdentityKey key)
        {
            if (_count == _keys.Length)
                Array.Resize(ref _keys, _count + Math.Max(16, _count / 8));
            _keys[_count++] = key;
            _sorted = false;
        }

        public bool Contains(IdentityKey key)
        {
            if (!_sorted)
                Array.Sort(_keys, 0, _count);
            _sorted = true;
            return Array.BinarySearch(_keys, 0, _count, key) >= 0;
        }
    }
}
