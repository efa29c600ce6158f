namespace CognitoPools.Roles;

/// <summary>A change of what a role may do.</summary>
/// <param name="RoleName">The role's name; may hold placeholders of the pool's id.</param>
/// <param name="RoleArn">Its ARN, or its placeholder.</param>
public sealed record RolePermissionsEdit(string RoleName, string RoleArn)
{
    /// <summary>The inline policy to write, or null.</summary>
    internal RolePolicyWrite? Write { get; init; }

    /// <summary>The ARNs of managed policies to attach.</summary>
    internal IReadOnlyList<string> Attach { get; init; } = [];

    /// <summary>The ARNs of managed policies to detach.</summary>
    internal IReadOnlyList<string> Detach { get; init; } = [];
}

/// <summary>An inline policy that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its document as it is, or null when there is none of that name.</param>
/// <param name="Document">Its document as it shall be.</param>
internal sealed record RolePolicyWrite(string Name, string? Before, string Document);
