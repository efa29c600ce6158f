using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>What is wanted of a pool.</summary>
/// <param name="Current">The pool as it was read, or null when it is to be made.</param>
/// <param name="Desired">The pool as it shall be.</param>
public sealed record PoolChange(IdentityPool? Current, IdentityPool Desired)
{
    /// <summary>Roles to make first; the desired pool names them by <see cref="NewRole.Arn"/>.</summary>
    public IReadOnlyList<NewRole> NewRoles { get; init; } = [];

    /// <summary>Trust policies to repair before the pool gets their roles.</summary>
    public IReadOnlyList<RoleTrustEdit> TrustEdits { get; init; } = [];

    /// <summary>Trust policies to replace before the pool gets their roles.</summary>
    public IReadOnlyList<RoleTrustReplacement> TrustReplacements { get; init; } = [];

    /// <summary>Roles that were made for the pool, to delete after everything else.</summary>
    public IReadOnlyList<PoolRoleFacts> RemovedRoles { get; init; } = [];

    /// <summary>What is to be different of roles; a role may be one of <see cref="NewRoles"/>.</summary>
    public IReadOnlyList<RoleEdit> RoleEdits { get; init; } = [];

    /// <summary>The ids of pools that had the name of a pool to be made when the plan was made.</summary>
    public IReadOnlyList<string> Namesakes { get; init; } = [];

    /// <summary>What the user should know before the plan is run, beside what the planner finds.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the user should know after the pool was created, with a placeholder for its id.</summary>
    internal IReadOnlyList<string> CreationWarnings { get; init; } = [];
}
