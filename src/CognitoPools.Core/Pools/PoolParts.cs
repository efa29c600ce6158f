namespace CognitoPools.Pools;

/// <summary>The parts of a pool that an edit reads. Parts that are not read keep their defaults and are not written: a step writes the differences and reads the rest again.</summary>
/// <param name="Roles">The default roles and role mappings: one call.</param>
/// <param name="AttributeMappings">Of which providers the attribute mapping: one call for each.</param>
public sealed record PoolParts(bool Roles, Func<PoolIdentityProvider, bool> AttributeMappings)
{
    /// <summary>Everything.</summary>
    public static PoolParts Whole { get; } = new(true, _ => true);

    /// <summary>Name, flows, providers and tags: what one DescribeIdentityPool answers.</summary>
    public static PoolParts Settings { get; } = new(false, _ => false);

    /// <summary>The settings, the default roles and the role mappings.</summary>
    public static PoolParts SettingsAndRoles { get; } = new(true, _ => false);
}
