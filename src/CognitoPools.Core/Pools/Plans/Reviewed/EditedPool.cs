namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>Applies the edit of a plan to the current pool.</summary>
internal static class EditedPool
{
    private static readonly PoolCall[] Calls =
        [PoolCall.UpdateIdentityPool, PoolCall.SetIdentityPoolRoles, PoolCall.SetPrincipalTagAttributeMap];

    /// <summary>The parts of the pool that were read for the edit and differ from their defaults. An unread part has its
    /// defaults, and the caller may not have permission to read it.</summary>
    public static PoolParts Parts(IdentityPool current, IdentityPool desired)
    {
        var roles = HasRoles(current) || PoolDifference.Of(PoolCall.SetIdentityPoolRoles, current, desired).Count > 0;
        var mapped = new HashSet<string?>(
            current.Providers.Concat(desired.Providers)
                .Where(provider => provider.AttributeMapping.Mode != AttributeMappingMode.Inactive)
                .Select(provider => provider.TagKey),
            StringComparer.Ordinal);
        return new PoolParts(roles, provider => mapped.Contains(provider.TagKey));
    }

    /// <summary>The differences, as 'setting: old -> new'.</summary>
    public static IEnumerable<string> Differences(IdentityPool before, IdentityPool now) =>
    [
        .. Calls.SelectMany(call => PoolDifference.Of(call, before, now)).Distinct(StringComparer.Ordinal),
        .. before.Tags.Keys.Union(now.Tags.Keys, StringComparer.Ordinal)
            .Where(key => Tag(before, key) != Tag(now, key))
            .Select(key => $"Tag {key}: {Tag(before, key) ?? "(none)"} -> {Tag(now, key) ?? "(none)"}"),
    ];

    /// <summary>The current pool with the edit.</summary>
    public static IdentityPool Rebased(IdentityPool before, IdentityPool desired, IdentityPool now)
    {
        var merged = Calls.Aggregate(now, (pool, call) => PoolMerge.Of(call, before, desired, pool));
        return merged with
        {
            StaleRoleMappings =
            [
                .. now.StaleRoleMappings.Except(
                    before.StaleRoleMappings.Except(desired.StaleRoleMappings, StringComparer.Ordinal), StringComparer.Ordinal),
            ],
            Tags = now.Tags.RemoveRange(before.Tags.Keys.Where(key => !desired.Tags.ContainsKey(key)))
                .SetItems(desired.Tags.Where(tag => Tag(before, tag.Key) != tag.Value)),
        };
    }

    private static bool HasRoles(IdentityPool pool) => pool.AuthenticatedRole is not null || pool.GuestRole is not null
        || pool.StaleRoleMappings.Length > 0
        || pool.Providers.Any(provider => provider.RoleSetting != RoleSetting.Default);

    private static string? Tag(IdentityPool pool, string key) => pool.Tags.TryGetValue(key, out var value) ? value : null;
}
