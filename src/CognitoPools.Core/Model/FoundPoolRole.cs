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

    /// <summary>The pools that its trust policy accepts, or names in a statement that accepts nobody.</summary>
    public IReadOnlyList<TrustedPool> Pools { get; internal init => field = Collections.Readable(value); } = ReadableList<TrustedPool>.Empty;

    /// <summary>Whom of these pools' users its trust policy admits, as far as it can be decided without AWS: guests,
    /// authenticated users, both or nobody.</summary>
    public IReadOnlyList<PoolIdentityType> Admits { get; internal init => field = Collections.Readable(value); }
        = ReadableList<PoolIdentityType>.Empty;

    /// <summary>Whether users for whom the role is not meant can assume it: those of any pool or of every pool that fits
    /// a pattern, or guests besides authenticated users.</summary>
    public bool Open { get; internal init; }

    /// <summary>What is weak in its trust policy, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>Where pools use it, as default role or in a rule; null when that could not be read.</summary>
    public IReadOnlyList<PoolRoleUse>? UsedBy
    {
        get;
        init => field = value is null ? null : Collections.Readable(value);
    }

    /// <summary>Whether it trusts nobody but pools that are not in this account, and no pool uses it.</summary>
    public bool Orphaned { get; internal init; }

    /// <summary>Whether this module created the role: both its path and its tag name the same pool. Null when the tag
    /// could not be read.</summary>
    public bool? CreatedByModule { get; internal init; }

    /// <summary>The id of the one pool that uses the role, else of the one that it trusts; null when there are several or
    /// none.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>Who gets the role from that pool, else whom it admits; null when that is not one kind of users.</summary>
    public PoolIdentityType? IdentityType { get; internal init; }

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => RoleName;
}
