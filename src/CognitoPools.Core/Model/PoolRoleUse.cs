using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An identity pool that assigns a role to guests or to authenticated users.</summary>
public sealed record PoolRoleUse
{
    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>The pool's name.</summary>
    public string Name { get; internal init; } = null!;

    /// <summary>Who gets the role.</summary>
    public PoolIdentityType IdentityType { get; internal init; }

    /// <summary>Where the pool uses it: <c>AuthenticatedRole</c>, <c>GuestRole</c>, or a rule by its provider and
    /// number.</summary>
    public string Use { get; internal init; } = null!;

    /// <summary>The role's ARN, as it is set in the pool.</summary>
    public string RoleArn { get; internal init; } = null!;

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Use})";
}
