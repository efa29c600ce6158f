namespace CognitoPools.Pools;

/// <summary>Which parts of a pool an edit looks at. What is not read stands at its default, and no step touches it: steps write what differs and read the rest anew.</summary>
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
