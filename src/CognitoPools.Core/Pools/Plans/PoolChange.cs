using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>The desired change of a pool.</summary>
/// <param name="Current">The pool as it was read; null if it will be created.</param>
/// <param name="Desired">The desired pool.</param>
public sealed record PoolChange(IdentityPool? Current, IdentityPool Desired)
{
    /// <summary>Roles to create first. The desired pool refers to them by <see cref="NewRole.Arn"/>.</summary>
    public IReadOnlyList<NewRole> NewRoles { get; init; } = [];

    /// <summary>Trust policies to repair before their roles are set.</summary>
    public IReadOnlyList<RoleTrustEdit> TrustEdits { get; init; } = [];

    /// <summary>Trust policies to replace before their roles are set.</summary>
    public IReadOnlyList<RoleTrustReplacement> TrustReplacements { get; init; } = [];

    /// <summary>Roles that were created for the pool, to delete after all other steps.</summary>
    public IReadOnlyList<PoolRoleFacts> RemovedRoles { get; init; } = [];

    /// <summary>Changes of roles, which may be among <see cref="NewRoles"/>.</summary>
    public IReadOnlyList<RoleEdit> RoleEdits { get; init; } = [];

    /// <summary>The ids of pools that already had the name of a new pool when the plan was made.</summary>
    public IReadOnlyList<string> Namesakes { get; init; } = [];

    /// <summary>Warnings to show before the plan is run, in addition to those of the planner.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Warnings to show after the pool was created, with a placeholder for its id.</summary>
    internal IReadOnlyList<string> CreationWarnings { get; init; } = [];
}
