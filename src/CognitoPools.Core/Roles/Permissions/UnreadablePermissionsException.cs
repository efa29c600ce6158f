namespace CognitoPools.Roles.Permissions;

/// <summary>The permissions of a role are not known, because a part of them could not be read or understood. This part
/// could deny what other parts allow, so no permissions are returned.</summary>
public sealed class UnreadablePermissionsException : Exception
{
    internal UnreadablePermissionsException(string role, string part, string? permission, Exception inner)
        : base($"The permissions of {role} are not known, because {part} could not be {(permission is null ? "understood" : "read")}: "
            + Sentences.Ended(inner.Message), inner) => Permission = permission;

    /// <summary>The permission that the caller needs; null if the part was read but not understood.</summary>
    public string? Permission { get; }
}
