using System.Collections.Concurrent;

namespace CognitoPools.Sandbox.Pools;

/// <summary>The pools of the account, by Region.</summary>
internal sealed class PoolStore
{
    private readonly ConcurrentDictionary<string, PoolRegion> regions = new(StringComparer.Ordinal);

    public PoolRegion In(string region) => regions.GetOrAdd(region, name => new PoolRegion(name));

    /// <summary>The Region of a pool's id, whether or not the pool exists.</summary>
    /// <exception cref="ArgumentException">The Region has received no call yet, so the pool does not exist.</exception>
    public PoolRegion Of(string identityPoolId) => regions.TryGetValue(identityPoolId.Split(':')[0], out var region)
        ? region
        : throw PoolRegion.Missing(identityPoolId);

    /// <summary>Creates an independent copy.</summary>
    public PoolStore Clone()
    {
        var clone = new PoolStore();
        foreach (var region in regions)
            clone.regions[region.Key] = region.Value.Clone();
        return clone;
    }

    public void Clear() => regions.Clear();
}
