namespace CognitoPools.Pools;

/// <summary>The parts of a pool that an edit reads. Unread parts keep their defaults and are not written, because a step
/// writes only the differences and reads the rest again.</summary>
/// <param name="Roles">The default roles and role mappings: one call.</param>
/// <param name="AttributeMappings">The providers whose attribute mappings are read: one call for each.</param>
public sealed record PoolParts(bool Roles, Func<PoolIdentityProvider, bool> AttributeMappings)
{
    /// <summary>Everything.</summary>
    public static PoolParts Whole { get; } = new(true, _ => true);

    /// <summary>Name, flows, providers and tags: the response of one DescribeIdentityPool call.</summary>
    public static PoolParts Settings { get; } = new(false, _ => false);

    /// <summary>The settings, the default roles and the role mappings.</summary>
    public static PoolParts SettingsAndRoles { get; } = new(true, _ => false);
}
