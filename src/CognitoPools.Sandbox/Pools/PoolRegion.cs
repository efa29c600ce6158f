using System.Globalization;
using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Pools;

/// <summary>The pools of one Region. Callers must lock <see cref="Gate"/> to read or change them.</summary>
internal sealed class PoolRegion(string region)
{
    private readonly Dictionary<string, Pool> byId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Pool> byNumber = [];
    private int lastNumber;

    public object Gate { get; } = new();

    public BlockCipher Cipher { get; private init; } = new();

    public int Count => byId.Count;

    /// <summary>In the order of their creation.</summary>
    public IEnumerable<Pool> All => byNumber.Values;

    public Pool Add(PoolSettings settings)
    {
        var id = $"{region}:{Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture)}";
        var pool = new Pool(++lastNumber, id, settings with { IdentityPoolId = id });
        byId.Add(id, pool);
        byNumber.Add(pool.Number, pool);
        return pool;
    }

    /// <summary>Creates an independent copy. The ids of identities and page tokens are valid in both.</summary>
    public PoolRegion Clone()
    {
        lock (Gate)
        {
            var clone = new PoolRegion(region) { Cipher = Cipher, lastNumber = lastNumber };
            foreach (var pool in byNumber.Values.Select(pool => pool.Clone()))
            {
                clone.byId.Add(pool.Id, pool);
                clone.byNumber.Add(pool.Number, pool);
            }
            return clone;
        }
    }

    /// <exception cref="ServiceError">The pool does not exist.</exception>
    public Pool Get(string id) =>
        byId.TryGetValue(id, out var pool)
            ? pool
            : throw new ServiceError("ResourceNotFoundException", $"IdentityPool '{id}' not found.");

    public void Remove(Pool pool)
    {
        byId.Remove(pool.Id);
        byNumber.Remove(pool.Number);
    }

    public IReadOnlyList<string> AddIdentities(
        string identityPoolId,
        int count,
        IReadOnlyList<string> logins,
        DateTimeOffset created,
        DateTimeOffset modified,
        bool disabled)
    {
        lock (Gate)
        {
            if (!byId.TryGetValue(identityPoolId, out var pool))
                throw Missing(identityPoolId);
            return new IdentityIdRange(
                pool.Identities.Add(count, logins, created, modified, disabled),
                count, position => IdentityId(pool, position));
        }
    }

    /// <summary>A pool as the module's model of a pool.</summary>
    /// <exception cref="ArgumentException">The pool does not exist.</exception>
    public IdentityPool Configured(string identityPoolId)
    {
        lock (Gate)
            return byId.TryGetValue(identityPoolId, out var pool) ? ConfiguredPool.Of(pool) : throw Missing(identityPoolId);
    }

    public static ArgumentException Missing(string identityPoolId) =>
        new($"The sandbox has no identity pool '{identityPoolId}'.", nameof(identityPoolId));

    public string IdentityId(Pool pool, int position) =>
        $"{region}:{new Guid(Cipher.Close(BlockCipher.Use.Identity, pool.Number, position)).ToString("D", CultureInfo.InvariantCulture)}";

    /// <summary>Finds an identity in any pool by its id.</summary>
    public bool TryFind(string identityId, out Pool pool, out StoredIdentity identity)
    {
        (pool, identity) = (null!, default);
        var prefix = region.Length + 1;
        return identityId.Length > prefix
            && identityId.StartsWith(region, StringComparison.Ordinal)
            && Guid.TryParseExact(identityId.Substring(prefix), "D", out var guid)
            && Cipher.TryOpen(BlockCipher.Use.Identity, guid.ToByteArray(), out var number, out var position)
            && byNumber.TryGetValue(number, out pool)
            && pool.Identities.TryGet(position, out identity);
    }

    /// <summary>A page token for a position.</summary>
    public string PageToken(BlockCipher.Use use, int pool, int position) =>
        Convert.ToBase64String(Cipher.Close(use, pool, position));

    /// <summary>The position of a page token; 0 without one.</summary>
    /// <exception cref="ServiceError">The token was not issued for this listing.</exception>
    public int Position(BlockCipher.Use use, int pool, string? token)
    {
        if (token is null)
            return 0;
        return FromBase64(token) is { } closed && Cipher.TryOpen(use, closed, out var owner, out var position) && owner == pool
            ? position
            : throw new ServiceError("InvalidParameterException", "Invalid pagination token.");
    }

    private static byte[]? FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
