namespace CognitoPools.Pools;

/// <summary>Applies an edit to a pool that somebody else changed in the meantime. The edited settings get the edit's values;
/// all other settings keep theirs.</summary>
internal static class PoolMerge
{
    /// <summary>The latest pool with the settings of one call as the edit changed them.</summary>
    public static IdentityPool Of(PoolCall call, IdentityPool before, IdentityPool after, IdentityPool latest)
    {
        var merged = IdentityPool.Settings.WrittenBy(call).Where(setting => !setting.Same(before, after)).Copy(after, latest);
        var (was, wanted) = (ProviderPair.ByKey(before), ProviderPair.ByKey(after));
        var providers = latest.Providers.Select(provider =>
            Merged(call, ProviderPair.Get(was, provider.Key), ProviderPair.Get(wanted, provider.Key), provider));
        if (call != PoolCall.UpdateIdentityPool)
            return merged with { Providers = [.. providers] };

        var present = ProviderPair.ByKey(latest);
        return merged with
        {
            Providers =
            [
                .. providers.Where(provider => wanted.ContainsKey(provider.Key) || !was.ContainsKey(provider.Key)),
                .. after.Providers.Where(provider => !present.ContainsKey(provider.Key)
                    && !IsUnchanged(call, ProviderPair.Get(was, provider.Key), provider)),
            ],
        };
    }

    private static PoolIdentityProvider Merged(
        PoolCall call, PoolIdentityProvider? before, PoolIdentityProvider? after, PoolIdentityProvider latest)
    {
        if (after is null || IsUnchanged(call, before, after))
            return latest;
        var settings = PoolIdentityProvider.Settings.WrittenBy(call);
        // A role mapping is merged as a whole: rules combined with another role setting are meaningless or rejected.
        var together = before is null
            || settings.Any(setting => setting.Governs && !(setting.Same(before, after) && setting.Same(before, latest)));
        return settings.Where(setting => together || !setting.Same(before!, after)).Copy(after, latest);
    }

    private static bool IsUnchanged(PoolCall call, PoolIdentityProvider? before, PoolIdentityProvider after) =>
        before is not null && PoolIdentityProvider.Settings.WrittenBy(call).AreSame(before, after);
}
