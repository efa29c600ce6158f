using CognitoPools.Account;

namespace CognitoPools;

/// <summary>An IAM role that trusts identity pools.</summary>
public sealed record FoundPoolRole
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; internal init; } = null!;

    /// <summary>The role's ARN.</summary>
    public string RoleArn { get; internal init; } = null!;

    /// <summary>The role's path.</summary>
    public string Path { get; internal init; } = null!;

    /// <summary>The pools that its trust policy accepts, or names in a statement that accepts no one.</summary>
    public IReadOnlyList<TrustedPool> Pools { get; internal init => field = Collections.Readable(value); } = ReadableList<TrustedPool>.Empty;

    /// <summary>The users of these pools that its trust policy admits, as far as this can be decided without AWS:
    /// guests, authenticated users, both or none.</summary>
    public IReadOnlyList<PoolIdentityType> Admits { get; internal init => field = Collections.Readable(value); }
        = ReadableList<PoolIdentityType>.Empty;

    /// <summary>Whether more users can assume the role than it is intended for: those of any pool or of every pool that
    /// matches a pattern, or guests in addition to authenticated users.</summary>
    public bool Open { get; internal init; }

    /// <summary>Weaknesses of its trust policy, one sentence each.</summary>
    public IReadOnlyList<string> Findings { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>Where pools use it, as a default role or in a rule; null if this could not be read.</summary>
    public IReadOnlyList<PoolRoleUse>? UsedBy
    {
        get;
        init => field = value is null ? null : Collections.Readable(value);
    }

    /// <summary>Whether it trusts only pools that are not in this account, and no pool uses it.</summary>
    public bool Orphaned { get; internal init; }

    /// <summary>Whether this module created the role: both its path and its tag name the same pool. Null if the tag
    /// could not be read.</summary>
    public bool? CreatedByModule { get; internal init; }

    /// <summary>The id of the pool that uses the role, otherwise of the pool that it trusts; null if there are several
    /// or none.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>Who gets the role from that pool, otherwise who it admits; null unless it is exactly one of guests and
    /// authenticated users.</summary>
    public PoolIdentityType? IdentityType { get; internal init; }

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => RoleName;
}
