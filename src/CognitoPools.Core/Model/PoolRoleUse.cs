using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An identity pool that gives a role to guests or to authenticated users.</summary>
public sealed record PoolRoleUse
{
    /// <summary>The pool's id.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    /// <summary>Who gets the role.</summary>
    public required PoolIdentityType IdentityType { get; init; }

    /// <summary>Where the pool uses it: <c>AuthenticatedRole</c>, <c>GuestRole</c>, or a rule by its provider and
    /// number.</summary>
    public required string Use { get; init; }

    /// <summary>The role's ARN, as the pool has it.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Use})";
}
