namespace CognitoPools.Roles;

/// <summary>A trust policy that takes the place of a role's own, as a pool document says it.</summary>
/// <param name="RoleName">The role's name.</param>
/// <param name="RoleArn">Its ARN.</param>
/// <param name="Before">The trust policy as it is, as JSON.</param>
/// <param name="After">The trust policy as it shall be, as JSON.</param>
public sealed record RoleTrustReplacement(string RoleName, string RoleArn, string Before, string After);
