namespace CognitoPools.Roles;

/// <summary>A trust policy of a pool document that replaces the trust policy of a role.</summary>
/// <param name="RoleName">The role's name.</param>
/// <param name="RoleArn">Its ARN.</param>
/// <param name="Before">The current trust policy, as JSON.</param>
/// <param name="After">The new trust policy, as JSON.</param>
public sealed record RoleTrustReplacement(string RoleName, string RoleArn, string Before, string After);
