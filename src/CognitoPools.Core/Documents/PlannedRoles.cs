using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>What becomes of the roles of a document.</summary>
internal sealed class PlannedRoles
{
    /// <summary>The ARN of each role, or its placeholder, by the role's key.</summary>
    public Dictionary<string, string> Arns { get; } = new(StringComparer.Ordinal);

    /// <summary>The roles to make.</summary>
    public List<NewRole> New { get; } = [];

    /// <summary>The trust policies to replace.</summary>
    public List<RoleTrustReplacement> TrustReplacements { get; } = [];

    /// <summary>The changes of roles.</summary>
    public List<RoleEdit> Edits { get; } = [];

    /// <summary>The roles to delete.</summary>
    public List<PoolRoleFacts> Removed { get; } = [];

    /// <summary>What the account has and the document does not.</summary>
    public List<string> Kept { get; } = [];

    /// <summary>What the user should know.</summary>
    public List<string> Warnings { get; } = [];
}
