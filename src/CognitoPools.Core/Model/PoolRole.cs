using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An IAM role that an identity pool assigns to guests or to authenticated users, and whether they can assume
/// it.</summary>
public sealed record PoolRole
{
    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>Whose role it is. A role that both guests and authenticated users get is listed twice.</summary>
    public PoolIdentityType IdentityType { get; internal init; }

    /// <summary>Where the pool uses it: <c>AuthenticatedRole</c>, <c>GuestRole</c>, or a rule by its provider and
    /// number.</summary>
    public IReadOnlyList<string> Use { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The role's ARN, as it is set in the pool.</summary>
    public string RoleArn { get; internal init; } = null!;

    /// <summary>The role's name.</summary>
    public string RoleName { get; internal init; } = null!;

    /// <summary>The role's path; null if the role could not be read.</summary>
    public string? Path { get; internal init; }

    /// <summary>Whether its trust policy accepts the pool's users of this type, with principal tags if a provider maps
    /// attributes.</summary>
    public PoolRoleTrust Trust { get; internal init; }

    /// <summary>The same as a boolean: null if it depends on <see cref="Conditions"/> or could not be read.</summary>
    public bool? Trusted => Trust switch
    {
        PoolRoleTrust.Trusted => true,
        PoolRoleTrust.NotTrusted => false,
        _ => null,
    };

    /// <summary>The reason: the statement that admits the users, or the statement and the condition that
    /// fail.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>The conditions that only AWS can decide and on which the answer depends; empty unless
    /// <see cref="Trust"/> is Conditional.</summary>
    public IReadOnlyList<string> Conditions { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The trust statement that would work, as JSON; null unless the trust policy refuses the users.</summary>
    public string? WorkingStatement { get; internal init; }

    /// <summary>Weaknesses of the trust policy, one sentence each.</summary>
    public IReadOnlyList<string> Findings { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>Whether this module created the role for the pool: both its path and its tag name the pool. Null if the
    /// role could not be read and has a path of the module.</summary>
    public bool? CreatedByModule { get; internal init; }

    /// <summary>Its trust policy as JSON; null unless the policies were requested.</summary>
    public string? TrustPolicy { get; internal init; }

    /// <summary>Its permissions policies; null unless they were requested.</summary>
    public IReadOnlyList<PoolRolePolicy>? Policies
    {
        get;
        init => field = value is null ? null : Collections.Readable(value);
    }

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Use.Count == 0 ? RoleName : $"{RoleName} ({string.Join(", ", Use)})";
}
