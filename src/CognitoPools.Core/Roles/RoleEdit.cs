namespace CognitoPools.Roles;

/// <summary>A change of a role's permissions and properties.</summary>
/// <param name="RoleName">The role's name; can contain placeholders of the pool's id.</param>
/// <param name="RoleArn">Its ARN, or its placeholder.</param>
public sealed record RoleEdit(string RoleName, string RoleArn)
{
    /// <summary>The inline policies to write or, without a document, to delete.</summary>
    internal IReadOnlyList<RolePolicyWrite> Writes { get; init; } = [];

    /// <summary>The ARNs of managed policies to attach.</summary>
    internal IReadOnlyList<string> Attach { get; init; } = [];

    /// <summary>The ARNs of managed policies to detach.</summary>
    internal IReadOnlyList<string> Detach { get; init; } = [];

    /// <summary>The change of its permissions boundary, or null.</summary>
    internal RoleBoundaryChange? Boundary { get; init; }

    /// <summary>The change of its description or its maximum session duration, or null.</summary>
    internal RoleDetailsChange? Details { get; init; }

    /// <summary>The change of its tags, or null.</summary>
    internal RoleTagsChange? Tags { get; init; }

    /// <summary>Whether nothing changes.</summary>
    internal bool IsEmpty => Writes.Count + Attach.Count + Detach.Count == 0 && Boundary is null && Details is null && Tags is null;
}

/// <summary>An inline policy to write or delete.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its current document, or null if no policy has this name.</param>
/// <param name="Document">Its new document, which can contain placeholders of the pool's id; null to delete it.</param>
internal sealed record RolePolicyWrite(string Name, string? Before, string? Document);

/// <summary>A change of the permissions boundary.</summary>
/// <param name="Before">The ARN of the current boundary, or null.</param>
/// <param name="After">The ARN of the new boundary, or null.</param>
internal sealed record RoleBoundaryChange(string? Before, string? After);

/// <summary>A change of the description or the maximum session duration. UpdateRole replaces both.</summary>
/// <param name="Before">The current values.</param>
/// <param name="After">The new values.</param>
internal sealed record RoleDetailsChange(RoleDetails Before, RoleDetails After);

/// <summary>The properties that UpdateRole writes.</summary>
/// <param name="Description">Its description, or null.</param>
/// <param name="MaxSessionDuration">Its maximum session duration in seconds.</param>
internal sealed record RoleDetails(string? Description, int MaxSessionDuration);

/// <summary>A change of the tags.</summary>
/// <param name="Before">All current tags.</param>
/// <param name="Set">The tags to write.</param>
/// <param name="Remove">The keys of the tags to remove.</param>
internal sealed record RoleTagsChange(ReadableTable Before, ReadableTable Set, IReadOnlyList<string> Remove)
{
    /// <summary>Whether no edit can change the tag: AWS sets the tags that begin with 'aws:', and the module finds a
    /// pool's roles by its own tag.</summary>
    /// <param name="key">The tag's key.</param>
    public static bool IsReserved(string key) =>
        key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            || string.Equals(key, IamRoles.PoolTag, StringComparison.OrdinalIgnoreCase);
}
