namespace CognitoPools.Roles.Permissions;

/// <summary>What a role allows to users of a pool.</summary>
/// <param name="Permissions">A row for each pattern that is allowed.</param>
/// <param name="Warning">What keeps users from the role today, as a sentence or more; null when nothing does.</param>
public sealed record RolePermissions(IReadOnlyList<PoolPermission> Permissions, string? Warning);
