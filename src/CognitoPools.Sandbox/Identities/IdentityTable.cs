namespace CognitoPools.Sandbox.Identities;

/// <summary>The identities of one pool by position: 24 bytes each, in chunks that are released when empty. A position is
/// never reused, so that a page token stays valid when identities are deleted.</summary>
internal sealed class IdentityTable
{
    private const int ChunkSize = 4096;

    private readonly List<Chunk?> chunks = [];
    private readonly List<IReadOnlyList<string>> loginSets = [];
    private int next;

    public int Count { get; private set; }

    public int Add(int count, IReadOnlyList<string> logins, DateTimeOffset created, DateTimeOffset modified, bool disabled)
    {
        var first = next;
        var row = new Row(
            created.UtcTicks, modified.UtcTicks, LoginSet(logins),
            disabled ? IdentityState.Disabled : IdentityState.Active);
        next = checked(next + count);
        for (var position = first; position < next; position++)
        {
            if (position / ChunkSize == chunks.Count)
                chunks.Add(new Chunk());
            // A chunk that was released while half full is allocated again for its other positions.
            var chunk = chunks[position / ChunkSize] ??= new Chunk();
            chunk.Rows[position % ChunkSize] = row;
            chunk.Live++;
        }

        Count += count;
        return first;
    }

    public bool TryGet(int position, out StoredIdentity identity)
    {
        identity = default;
        if (position < 0 || position >= next || chunks[position / ChunkSize] is not { } chunk)
            return false;
        var row = chunk.Rows[position % ChunkSize];
        if (!row.IsLive)
            return false;
        identity = Stored(position, row);
        return true;
    }

    /// <summary>Changes an existing identity.</summary>
    public void Update(int position, IReadOnlyList<string> logins, DateTimeOffset modified, IdentityState state)
    {
        ref var row = ref chunks[position / ChunkSize]!.Rows[position % ChunkSize];
        row = row with { Logins = LoginSet(logins), Modified = modified.UtcTicks, State = state };
    }

    public bool Remove(int position)
    {
        if (!TryGet(position, out _))
            return false;
        var chunk = chunks[position / ChunkSize]!;
        chunk.Rows[position % ChunkSize] = default;
        if (--chunk.Live == 0)
            chunks[position / ChunkSize] = null;
        Count--;
        return true;
    }

    /// <summary>The next identities from a position, and the position after them, or -1 at the end.</summary>
    public (IReadOnlyList<StoredIdentity> Page, int Next) Page(int start, int size)
    {
        var page = new List<StoredIdentity>(size);
        var position = Math.Max(0, start);
        while (position < next)
        {
            if (chunks[position / ChunkSize] is not { } chunk)
            {
                position = (position / ChunkSize + 1) * ChunkSize;
                continue;
            }

            var row = chunk.Rows[position % ChunkSize];
            if (row.IsLive)
            {
                if (page.Count == size)
                    return (page, position);
                page.Add(Stored(position, row));
            }

            position++;
        }

        return (page, -1);
    }

    /// <summary>Creates an independent copy.</summary>
    public IdentityTable Clone()
    {
        var clone = new IdentityTable { next = next, Count = Count };
        clone.chunks.AddRange(chunks.Select(chunk => chunk?.Clone()));
        clone.loginSets.AddRange(loginSets);
        return clone;
    }

    private StoredIdentity Stored(int position, Row row) => new(
        position,
        new DateTimeOffset(row.Created, TimeSpan.Zero),
        new DateTimeOffset(row.Modified, TimeSpan.Zero),
        loginSets[row.Logins - 1],
        row.State);

    private int LoginSet(IReadOnlyList<string> logins)
    {
        var known = loginSets.FindIndex(set => set.SequenceEqual(logins, StringComparer.Ordinal));
        if (known >= 0)
            return known + 1;
        loginSets.Add(logins);
        return loginSets.Count;
    }

    private sealed class Chunk
    {
        public Row[] Rows { get; } = new Row[ChunkSize];

        public int Live { get; set; }

        public Chunk Clone()
        {
            var clone = new Chunk { Live = Live };
            Rows.CopyTo(clone.Rows, 0);
            return clone;
        }
    }

    /// <summary>The number of a set of logins, from 1, so that an empty row is a deleted identity.</summary>
    private readonly record struct Row(long Created, long Modified, int Logins, IdentityState State)
    {
        public bool IsLive => Logins != 0;
    }
}

/// <summary>A row of the table.</summary>
internal readonly record struct StoredIdentity(
    int Position, DateTimeOffset Created, DateTimeOffset Modified, IReadOnlyList<string> Logins, IdentityState State);
