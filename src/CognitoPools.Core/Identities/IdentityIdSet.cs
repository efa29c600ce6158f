using System.Globalization;

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

    // The uuid behind the Region, which is the same for all of a pool.
    private static Key? Read(string id)
    {
        var start = id.IndexOf(':') + 1;
        return id.Length - start == 36
            && ulong.TryParse(id.Substring(start, 8) + id.Substring(start + 9, 4) + id.Substring(start + 14, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            && ulong.TryParse(id.Substring(start + 19, 4) + id.Substring(start + 24, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
            ? new Key(high, low)
            : null;
    }

    private readonly record struct Key(ulong High, ulong Low) : IComparable<Key>
    {
        public int CompareTo(Key other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
    }

    private sealed class Bucket
    {
        private Key[] _keys = new Key[16];
        private int _count;
        private bool _sorted;

        public void Add(Key key)
        {
            if (_count == _keys.Length)
                Array.Resize(ref _keys, _count + Math.Max(16, _count / 8));
            _keys[_count++] = key;
            _sorted = false;
        }

        public bool Contains(Key key)
        {
            if (!_sorted)
                Array.Sort(_keys, 0, _count);
            _sorted = true;
            return Array.BinarySearch(_keys, 0, _count, key) >= 0;
        }
    }
}
