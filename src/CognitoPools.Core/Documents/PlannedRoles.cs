using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>The planned changes for the roles of a document.</summary>
internal sealed class PlannedRoles
{
    /// <summary>The ARN of each role, or its placeholder, by role key.</summary>
    public Dictionary<string, string> Arns { get; } = new(StringComparer.Ordinal);

    /// <summary>The roles to create.</summary>
    public List<NewRole> New { get; } = [];

    /// <summary>The trust policies to replace.</summary>
    public List<RoleTrustReplacement> TrustReplacements { get; } = [];

    /// <summary>The changes of roles.</summary>
    public List<RoleEdit> Edits { get; } = [];

    /// <summary>The roles to delete.</summary>
    public List<PoolRoleFacts> Removed { get; } = [];

    /// <summary>Parts that are kept although they are not in the document.</summary>
    public List<string> Kept { get; } = [];

    /// <summary>Warnings for the user.</summary>
    public List<string> Warnings { get; } = [];
}
