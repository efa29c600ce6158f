namespace CognitoPools.Roles;

/// <summary>A change of a role: what it may do, and what IAM says of it.</summary>
/// <param name="RoleName">The role's name; may hold placeholders of the pool's id.</param>
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

    /// <summary>The change of its description or its longest session, or null.</summary>
    internal RoleDetailsChange? Details { get; init; }

    /// <summary>The change of its tags, or null.</summary>
    internal RoleTagsChange? Tags { get; init; }

    /// <summary>Whether nothing changes.</summary>
    internal bool IsEmpty => Writes.Count + Attach.Count + Detach.Count == 0 && Boundary is null && Details is null && Tags is null;
}

/// <summary>An inline policy that is to be written or deleted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its document as it is, or null when there is none of that name.</param>
/// <param name="Document">Its document as it shall be, which may hold placeholders of the pool's id; null to delete it.</param>
internal sealed record RolePolicyWrite(string Name, string? Before, string? Document);

/// <summary>Another permissions boundary.</summary>
/// <param name="Before">The ARN of the managed policy that bounds the role, or null.</param>
/// <param name="After">The ARN of the managed policy that shall bound it, or null.</param>
internal sealed record RoleBoundaryChange(string? Before, string? After);

/// <summary>Another description or longest session: UpdateRole replaces both.</summary>
/// <param name="Before">Both as they are.</param>
/// <param name="After">Both as they shall be.</param>
internal sealed record RoleDetailsChange(RoleDetails Before, RoleDetails After);

/// <summary>What UpdateRole writes of a role.</summary>
/// <param name="Description">Its description, or null.</param>
/// <param name="MaxSessionDuration">Its longest session in seconds.</param>
internal sealed record RoleDetails(string? Description, int MaxSessionDuration);

/// <summary>Other tags.</summary>
/// <param name="Before">All tags as they are.</param>
/// <param name="Set">The tags to write.</param>
/// <param name="Remove">The keys of the tags to remove.</param>
internal sealed record RoleTagsChange(ReadableTable Before, ReadableTable Set, IReadOnlyList<string> Remove)
{
    /// <summary>Whether no edit may touch the tag: AWS sets those that begin with 'aws:', and the module finds a pool's roles
    /// again by its own.</summary>
    /// <param name="key">The tag's key.</param>
    public static bool IsReserved(string key) =>
        key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            || string.Equals(key, IamRoles.PoolTag, StringComparison.OrdinalIgnoreCase);
}
