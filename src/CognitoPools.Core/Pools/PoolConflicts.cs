namespace CognitoPools.Pools;

/// <summary>What somebody else changed between the reading of a pool and its writing, and the edit replaced.</summary>
internal static class PoolConflicts
{
    /// <summary>Of the settings that UpdateIdentityPool writes.</summary>
    public static IReadOnlyList<string> Settings(IdentityPool before, IdentityPool after, IdentityPool found)
    {
        var lines = new List<string>();
        Add(lines, "Name", before.Name, after.Name, found.Name);
        Add(lines, "GuestAccess", before.GuestAccess, after.GuestAccess, found.GuestAccess);
        Add(lines, "BasicFlow", before.BasicFlow, after.BasicFlow, found.BasicFlow);
        foreach (var (was, wanted, there) in Providers(before, after, found))
        {
            Add(lines, $"{(was ?? wanted ?? there)!.Name}", Shown(was), Shown(wanted), Shown(there));
        }
        return lines;
    }

    /// <summary>Of the roles and role mappings that SetIdentityPoolRoles writes.</summary>
    public static IReadOnlyList<string> Roles(IdentityPool before, IdentityPool after, IdentityPool found)
    {
        var lines = new List<string>();
        Add(lines, "AuthenticatedRole", before.AuthenticatedRole, after.AuthenticatedRole, found.AuthenticatedRole);
        Add(lines, "GuestRole", before.GuestRole, after.GuestRole, found.GuestRole);
        foreach (var (was, wanted, there) in Providers(before, after, found))
        {
            Add(lines, $"{(was ?? wanted ?? there)!.Name} role setting", Mapping(was), Mapping(wanted), Mapping(there));
        }
        return lines;
    }

    /// <summary>Of one value.</summary>
    public static void Add<T>(List<string> lines, string setting, T before, T after, T found)
    {
        var same = EqualityComparer<T>.Default;
        if (!same.Equals(before, after) && !same.Equals(before, found) && !same.Equals(after, found)) lines.Add($"{setting} was {Show(found)} and is now {Show(after)}");
    }

    private static IEnumerable<(PoolIdentityProvider? Was, PoolIdentityProvider? Wanted, PoolIdentityProvider? There)> Providers(IdentityPool before, IdentityPool after, IdentityPool found)
    {
        var (was, wanted, there) = (ByKey(before), ByKey(after), ByKey(found));
        return was.Keys.Union(wanted.Keys, StringComparer.Ordinal).Select(key => (Get(was, key), Get(wanted, key), Get(there, key)));
    }

    private static Dictionary<string, PoolIdentityProvider> ByKey(IdentityPool pool) => pool.Providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);

    private static PoolIdentityProvider? Get(Dictionary<string, PoolIdentityProvider> providers, string key) => providers.TryGetValue(key, out var provider) ? provider : null;

    private static string? Shown(PoolIdentityProvider? provider) => provider is null ? null
        : provider.ServerSideTokenCheck is { } check ? $"{provider} with ServerSideTokenCheck {check}" : provider.ToString();

    private static string Mapping(PoolIdentityProvider? provider) => provider is null || provider.RoleSetting == RoleSetting.Default
        ? nameof(RoleSetting.Default)
        : $"{provider.RoleSetting}, {provider.RoleResolution}{string.Concat(provider.Rules.Select(rule => $"; {rule}"))}";

    private static string Show<T>(T value) => value?.ToString() is { Length: > 0 } text ? $"'{text}'" : "(none)";
}
