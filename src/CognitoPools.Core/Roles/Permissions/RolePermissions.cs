namespace CognitoPools.Roles.Permissions;

/// <summary>The permissions of a role for users of a pool.</summary>
/// <param name="Permissions">A row for each allowed pattern.</param>
/// <param name="Warning">The reason why users cannot get the role, in one or more sentences; null if they can.</param>
public sealed record RolePermissions(IReadOnlyList<PoolPermission> Permissions, string? Warning);
