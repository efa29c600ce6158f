namespace CognitoPools.Roles;

/// <summary>The roles whose sessions carry principal tags: the roles of users of a provider with an attribute mapping.
/// Their trust policies must allow sts:TagSession.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html</remarks>
public static class TaggedRoles
{
    /// <summary>The roles that the pool names. Roles in tokens are known only at sign-in.</summary>
    /// <param name="pool">A pool with its roles and attribute mappings.</param>
    internal static IReadOnlyList<string> Of(IdentityPool pool) =>
        [.. pool.Providers.Where(IsTagged).SelectMany(provider => RolesOf(pool, provider)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a role of authenticated users must allow tags.</summary>
    /// <param name="pool">A pool with its roles and attribute mappings.</param>
    /// <param name="role">The role's ARN.</param>
    public static bool Contains(IdentityPool pool, string role) => Of(pool).Contains(role, StringComparer.Ordinal);

    /// <summary>Whether a provider's users carry tags.</summary>
    /// <param name="provider">The provider.</param>
    public static bool IsTagged(PoolIdentityProvider provider) => provider.AttributeMapping.Mode != AttributeMappingMode.Inactive;

    /// <summary>Whether the provider's users may get the pool's authenticated role.</summary>
    /// <param name="provider">The provider.</param>
    internal static bool ReachesDefaultRole(PoolIdentityProvider provider) =>
        provider.RoleSetting == RoleSetting.Default || provider.RoleResolution != RoleResolution.Deny;

    private static IEnumerable<string> RolesOf(IdentityPool pool, PoolIdentityProvider provider)
    {
        foreach (var rule in provider.Rules)
            yield return rule.Role;
        if (pool.AuthenticatedRole is { } role && ReachesDefaultRole(provider))
            yield return role;
    }
}
