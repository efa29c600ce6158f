namespace CognitoPools.Pools;

/// <summary>Where two configurations of a pool differ, in words.</summary>
internal static class PoolDifference
{
    /// <summary>The settings of UpdateIdentityPool that differ, as 'setting: old -> new'.</summary>
    public static IReadOnlyList<string> Settings(IdentityPool before, IdentityPool after)
    {
        var lines = new List<string>();
        Add(lines, "Name", before.Name, after.Name);
        Add(lines, "GuestAccess", before.GuestAccess, after.GuestAccess);
        Add(lines, "BasicFlow", BasicFlow(before), BasicFlow(after));
        foreach (var (key, old, now) in WithChangedClients([.. Pairs(before, after)]))
        {
            if (old is null) lines.Add($"Provider added: {now}");
            else if (now is null) lines.Add($"Provider removed: {old}");
            else
            {
                Add(lines, $"{key} ClientId", old.ShownClientId, now.ShownClientId);
                Add(lines, $"{key} ServerSideTokenCheck", old.ServerSideTokenCheck, now.ServerSideTokenCheck);
            }
        }
        return lines;
    }

    /// <summary>The roles and role mappings that differ.</summary>
    public static IReadOnlyList<string> Roles(IdentityPool before, IdentityPool after)
    {
        var lines = new List<string>();
        Add(lines, "AuthenticatedRole", before.AuthenticatedRole, after.AuthenticatedRole);
        Add(lines, "GuestRole", before.GuestRole, after.GuestRole);
        foreach (var (key, old, now) in Pairs(before, after))
        {
            if (now is null)
            {
                if (old!.RoleSetting != RoleSetting.Default) lines.Add($"Role mapping removed: {key} ({old.RoleSetting})");
                continue;
            }
            Add(lines, $"{key} RoleSetting", old?.RoleSetting ?? RoleSetting.Default, now.RoleSetting);
            Add(lines, $"{key} RoleResolution", old?.RoleResolution, now.RoleResolution);
            Add(lines, $"{key} Rules", Rules(old), Rules(now));
        }
        return lines;
    }

    private static string BasicFlow(IdentityPool pool) => pool.BasicFlow == BasicFlowState.Unset ? "Unset (never set, so the service accepts the basic flow)" : pool.BasicFlow.ToString();

    // A user pool's key holds its app client: another client looks like a provider that goes and one that comes.
    private static IEnumerable<(string Key, PoolIdentityProvider? Old, PoolIdentityProvider? Now)> WithChangedClients(IReadOnlyList<(string Key, PoolIdentityProvider? Old, PoolIdentityProvider? Now)> pairs)
    {
        foreach (var group in pairs.GroupBy(pair => (pair.Old ?? pair.Now)!.Name, StringComparer.Ordinal))
        {
            var gone = group.Where(pair => pair.Now is null).ToList();
            var come = group.Where(pair => pair.Old is null).ToList();
            var one = gone.Count == 1 && come.Count == 1;
            if (one) yield return (group.Key, gone[0].Old, come[0].Now);
            foreach (var pair in group.Where(pair => !one || (pair.Old is not null && pair.Now is not null))) yield return pair;
        }
    }

    private static string Rules(PoolIdentityProvider? provider) => string.Join("; ", provider?.Rules ?? []);

    private static IEnumerable<(string Key, PoolIdentityProvider? Old, PoolIdentityProvider? Now)> Pairs(IdentityPool before, IdentityPool after)
    {
        var old = before.Providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);
        var now = after.Providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Select(key => (key, old.TryGetValue(key, out var was) ? was : null, now.TryGetValue(key, out var isNow) ? isNow : null));
    }

    private static void Add<T>(List<string> lines, string setting, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after)) lines.Add($"{setting}: {Show(before)} -> {Show(after)}");
    }

    private static string Show<T>(T value) => value?.ToString() is { Length: > 0 } text ? text : "(none)";
}
