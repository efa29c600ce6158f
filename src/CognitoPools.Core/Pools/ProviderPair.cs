namespace CognitoPools.Pools;

/// <summary>One provider in two configurations of a pool; null where it is missing.</summary>
internal readonly record struct ProviderPair(PoolIdentityProvider? Before, PoolIdentityProvider? After)
{
    /// <summary>The provider, in whichever configuration has it.</summary>
    public PoolIdentityProvider Either => (Before ?? After)!;

    public static IEnumerable<ProviderPair> Of(IdentityPool before, IdentityPool after)
    {
        var (old, now) = (ByKey(before), ByKey(after));
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Select(key => new ProviderPair(Get(old, key), Get(now, key)));
    }

    public static Dictionary<string, PoolIdentityProvider> ByKey(IdentityPool pool) =>
        pool.Providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);

    public static PoolIdentityProvider? Get(Dictionary<string, PoolIdentityProvider> providers, string key) =>
        providers.TryGetValue(key, out var provider) ? provider : null;
}
