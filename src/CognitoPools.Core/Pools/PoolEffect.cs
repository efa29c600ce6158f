namespace CognitoPools.Pools;

/// <summary>Finds out whether a write whose answer was lost took effect.</summary>
internal static class PoolEffect
{
    /// <summary>Whether at least one setting that the write changes now has the written value. A call writes all settings or
    /// none, and somebody else may have changed the others since then.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">The pool just before the write.</param>
    /// <param name="written">The pool as it was written.</param>
    /// <param name="now">The pool as it is now.</param>
    public static bool IsThere(PoolCall call, IdentityPool found, IdentityPool written, IdentityPool now)
    {
        var changed = IdentityPool.Settings.WrittenBy(call).Where(setting => !setting.Same(found, written)).ToList();
        var present = ProviderPair.ByKey(now);
        var providers = ProviderPair.Of(found, written).Where(pair => !AreSame(call, pair.Before, pair.After)).ToList();
        // Role mappings whose provider was removed in an earlier step of the same plan.
        var stale = call == PoolCall.SetIdentityPoolRoles ? found.StaleRoleMappings : [];
        return (changed.Count + providers.Count == 0 && stale.Length == 0)
            || (stale.Length > 0 && !stale.Intersect(now.StaleRoleMappings, StringComparer.Ordinal).Any())
            || changed.Exists(setting => setting.Same(written, now))
            || providers.Exists(pair => AreSame(call, pair.After, ProviderPair.Get(present, pair.Either.Key)));
    }

    /// <summary>Whether every setting that the write changed still has the written value.</summary>
    /// <inheritdoc cref="IsThere(PoolCall, IdentityPool, IdentityPool, IdentityPool)"/>
    public static bool IsWhole(PoolCall call, IdentityPool found, IdentityPool written, IdentityPool now)
    {
        var present = ProviderPair.ByKey(now);
        return IdentityPool.Settings.WrittenBy(call)
                .All(setting => setting.Same(found, written) || setting.Same(written, now))
            && ProviderPair.Of(found, written).All(pair => AreSame(call, pair.Before, pair.After)
                || AreSame(call, pair.After, ProviderPair.Get(present, pair.Either.Key)));
    }

    /// <summary>The same for the settings of one provider.</summary>
    public static bool IsThere(
        PoolCall call, PoolIdentityProvider found, PoolIdentityProvider written, PoolIdentityProvider now)
    {
        var changed = PoolIdentityProvider.Settings.WrittenBy(call).Where(setting => !setting.Same(found, written)).ToList();
        return changed.Count == 0 || changed.Exists(setting => setting.Same(written, now));
    }

    private static bool AreSame(PoolCall call, PoolIdentityProvider? one, PoolIdentityProvider? other) =>
        one is null || other is null
            ? one is null && other is null
            : PoolIdentityProvider.Settings.WrittenBy(call).AreSame(one, other);
}
