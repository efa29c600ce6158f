namespace CognitoPools.Audit.Model;

/// <summary>Whether a role could be read.</summary>
internal enum RoleReading
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>IAM has no such role.</summary>
    NotFound,

    /// <summary>It belongs to another account.</summary>
    OtherAccount,

    /// <summary>The caller may not read it.</summary>
    NotRead,
}
