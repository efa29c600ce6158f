namespace CognitoPools.Pools;

/// <summary>The differences between two configurations of a pool, as text.</summary>
internal static class PoolDifference
{
    /// <summary>The settings of a call that differ, as 'setting: old -> new', and the added and removed providers.</summary>
    public static IReadOnlyList<string> Of(PoolCall call, IdentityPool before, IdentityPool after) =>
    [
        .. Changes(call, IdentityPool.Settings, before, after, prefix: ""),
        .. call == PoolCall.UpdateIdentityPool ? Providers(before, after) : RoleMappings(call, before, after),
    ];

    /// <summary>The same for the settings of one provider.</summary>
    public static IEnumerable<string> Of(PoolCall call, PoolIdentityProvider before, PoolIdentityProvider after) =>
        Changes(call, PoolIdentityProvider.Settings, before, after, after.Key + " ");

    private static IEnumerable<string> Providers(IdentityPool before, IdentityPool after)
    {
        foreach (var (label, old, now) in WithChangedClients([.. ProviderPair.Of(before, after)]))
        {
            if (old is null)
            {
                yield return $"Provider added: {now}";
            }
            else if (now is null)
            {
                yield return $"Provider removed: {old}";
            }
            else
            {
                foreach (var line in Changes(PoolCall.UpdateIdentityPool, PoolIdentityProvider.Settings, old, now, label + " "))
                    yield return line;
            }
        }
    }

    private static IEnumerable<string> RoleMappings(PoolCall call, IdentityPool before, IdentityPool after)
    {
        foreach (var pair in ProviderPair.Of(before, after))
        {
            if (pair.After is { } now)
            {
                var old = pair.Before ?? new PoolIdentityProvider { Type = now.Type, Name = now.Name };
                foreach (var line in Of(call, old, now))
                    yield return line;
            }
            else if (pair.Either.RoleSetting != RoleSetting.Default)
            {
                yield return $"Role mapping removed: {pair.Either.Key} ({pair.Either.RoleSetting})";
            }
        }
    }

    private static IEnumerable<string> Changes<TOwner>(
        PoolCall call, IEnumerable<Setting<TOwner>> settings, TOwner before, TOwner after, string prefix) =>
        settings.WrittenBy(call)
            .Where(setting => !setting.Same(before, after))
            .Select(setting => prefix + setting.Change(before, after));

    // The key of a user pool contains its app client, so a changed client appears as one provider removed and another added.
    private static IEnumerable<(string Label, PoolIdentityProvider? Old, PoolIdentityProvider? Now)> WithChangedClients(
        IReadOnlyList<ProviderPair> pairs)
    {
        foreach (var group in pairs.GroupBy(pair => pair.Either.Name, StringComparer.Ordinal))
        {
            var removed = group.Where(pair => pair.After is null).ToList();
            var added = group.Where(pair => pair.Before is null).ToList();
            var isOneClient = removed.Count == 1 && added.Count == 1;
            if (isOneClient)
                yield return (group.Key, removed[0].Before, added[0].After);
            foreach (var pair in group.Where(pair => !isOneClient || (pair.Before is not null && pair.After is not null)))
                yield return (pair.Either.Key, pair.Before, pair.After);
        }
    }
}
