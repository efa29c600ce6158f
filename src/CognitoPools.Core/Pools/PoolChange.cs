namespace CognitoPools.Pools;

/// <summary>What is wanted of a pool.</summary>
/// <param name="Current">The pool as it was read, or null when it is to be made.</param>
/// <param name="Desired">The pool as it shall be.</param>
public sealed record PoolChange(IdentityPool? Current, IdentityPool Desired)
{
    /// <summary>Roles to make first; the desired pool names them by <see cref="NewRole.Arn"/>.</summary>
    public IReadOnlyList<NewRole> NewRoles { get; init; } = [];
}
