using System.Collections.Concurrent;

namespace CognitoPools.Sandbox.Pools;

/// <summary>The pools of the account, by Region.</summary>
internal sealed class PoolStore
{
    private readonly ConcurrentDictionary<string, PoolRegion> regions = new(StringComparer.Ordinal);

    public PoolRegion In(string region) => regions.GetOrAdd(region, name => new PoolRegion(name));

    /// <summary>The Region that a pool's id names, whether or not the pool exists.</summary>
    /// <exception cref="ArgumentException">The Region has never been asked for anything, so the pool does not exist.</exception>
    public PoolRegion Of(string identityPoolId) => regions.TryGetValue(identityPoolId.Split(':')[0], out var region)
        ? region
        : throw PoolRegion.Missing(identityPoolId);

    /// <summary>A copy that changes on its own.</summary>
    public PoolStore Clone()
    {
        var clone = new PoolStore();
        foreach (var region in regions)
            clone.regions[region.Key] = region.Value.Clone();
        return clone;
    }

    public void Clear() => regions.Clear();
}
