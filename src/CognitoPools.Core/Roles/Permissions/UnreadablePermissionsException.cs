namespace CognitoPools.Roles.Permissions;

/// <summary>The permissions of a role are not known, because a part of them could not be read or understood. What other
/// parts allow may be denied there, so that nothing is said at all.</summary>
public sealed class UnreadablePermissionsException : Exception
{
    internal UnreadablePermissionsException(string role, string part, string? permission, Exception inner)
        : base($"What {role} allows is not known, because {part} could not be {(permission is null ? "understood" : "read")}: "
            + Sentences.Ended(inner.Message), inner) => Permission = permission;

    /// <summary>The permission that the caller lacks; null when the part was read but not understood.</summary>
    public string? Permission { get; }
}
