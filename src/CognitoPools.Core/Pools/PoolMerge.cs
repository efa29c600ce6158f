using System.Collections.Immutable;

namespace CognitoPools.Pools;

/// <summary>Carries an edit over to a pool that somebody else has changed meanwhile: what the edit touches is the edit's, all else is theirs.</summary>
internal static class PoolMerge
{
    /// <summary>The settings that UpdateIdentityPool replaces.</summary>
    public static IdentityPool Settings(IdentityPool before, IdentityPool after, IdentityPool latest) => latest with
    {
        Name = Pick(before.Name, after.Name, latest.Name),
        GuestAccess = Pick(before.GuestAccess, after.GuestAccess, latest.GuestAccess),
        BasicFlow = Pick(before.BasicFlow, after.BasicFlow, latest.BasicFlow),
        Providers = Providers(before, after, latest),
    };

    /// <summary>The roles and role mappings that SetIdentityPoolRoles replaces.</summary>
    public static IdentityPool Roles(IdentityPool before, IdentityPool after, IdentityPool latest)
    {
        var was = ByKey(before);
        var wanted = ByKey(after);
        return latest with
        {
            AuthenticatedRole = Pick(before.AuthenticatedRole, after.AuthenticatedRole, latest.AuthenticatedRole),
            GuestRole = Pick(before.GuestRole, after.GuestRole, latest.GuestRole),
            Providers = [.. latest.Providers.Select(provider =>
                wanted.TryGetValue(provider.Key, out var want) && !(was.TryGetValue(provider.Key, out var old) && old.SameRoleMapping(want))
                    ? provider with { RoleSetting = want.RoleSetting, RoleResolution = want.RoleResolution, Rules = want.Rules }
                    : provider)],
        };
    }

    private static IReadOnlyList<PoolIdentityProvider> Providers(IdentityPool before, IdentityPool after, IdentityPool latest)
    {
        var was = ByKey(before);
        var wanted = ByKey(after);
        var kept = new List<PoolIdentityProvider>();
        foreach (var provider in latest.Providers)
        {
            was.TryGetValue(provider.Key, out var old);
            wanted.TryGetValue(provider.Key, out var want);
            if (want is null && old is null) kept.Add(provider);
            else if (want is not null) kept.Add(SameSetting(old, want) ? provider : provider with { ClientId = want.ClientId, ServerSideTokenCheck = want.ServerSideTokenCheck });
        }
        var present = new HashSet<string>(latest.Providers.Select(provider => provider.Key), StringComparer.Ordinal);
        kept.AddRange(after.Providers.Where(provider => !present.Contains(provider.Key) && !(was.TryGetValue(provider.Key, out var old) && SameSetting(old, provider))));
        return kept;
    }

    private static bool SameSetting(PoolIdentityProvider? one, PoolIdentityProvider other) =>
        one is not null && one.ClientId == other.ClientId && one.ServerSideTokenCheck == other.ServerSideTokenCheck;

    private static T Pick<T>(T before, T after, T latest) => EqualityComparer<T>.Default.Equals(before, after) ? latest : after;

    private static ImmutableDictionary<string, PoolIdentityProvider> ByKey(IdentityPool pool) =>
        pool.Providers.ToImmutableDictionary(provider => provider.Key, StringComparer.Ordinal);
}
