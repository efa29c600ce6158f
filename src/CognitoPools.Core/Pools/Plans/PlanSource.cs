using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>What a plan was made from. The steps are always computed from it and never taken from a file.</summary>
internal abstract record PlanSource
{
    /// <summary>The pool's id; null for a pool that the plan makes.</summary>
    public abstract string? IdentityPoolId { get; }

    /// <summary>The pool's Region.</summary>
    public abstract string Region { get; }

    /// <summary>The connection that the plan was made through; null for a plan that was read from JSON.</summary>
    public AccountConnection? Connection { get; init; }

    /// <summary>The account that JSON names; null for a plan that was not read from JSON.</summary>
    public string? WrittenAccount { get; init; }

    /// <summary>Whether JSON says that the plan is of a sandbox.</summary>
    public bool WrittenInSandbox { get; init; }

    /// <summary>The account's number; null where nobody has asked for it.</summary>
    public string? AccountId => WrittenAccount ?? AccountOf(Arn) ?? Connection?.KnownAccountId;

    /// <summary>Whether the plan is of a sandbox.</summary>
    public bool IsSandbox => Connection?.IsSandbox ?? WrittenInSandbox;

    /// <summary>An ARN of the account, or null.</summary>
    private protected abstract string? Arn { get; }

    private static string? AccountOf(string? arn) => arn?.Split(':') is { Length: > 4 } parts && parts[4].Length > 0 ? parts[4] : null;
}

/// <summary>A change of a pool, or a pool that is to be made.</summary>
internal sealed record PlannedChange : PlanSource
{
    public PlannedChange(PoolChange change)
    {
        Change = change;
        Connection = change.Current?.Connection ?? change.Desired.Connection;
    }

    public PoolChange Change { get; init; }

    public override string? IdentityPoolId => Change.Current?.IdentityPoolId;

    public override string Region => Change.Desired.Region;

    private protected override string? Arn => Change.Current?.Arn;
}

/// <summary>A removal.</summary>
/// <param name="Kind">What is removed.</param>
/// <param name="Id">The id of the pool that is removed, or that the roles were made for.</param>
/// <param name="Roles">The roles to delete.</param>
internal sealed record PlannedRemoval(RemovalKind Kind, string Id, IReadOnlyList<PoolRoleFacts> Roles) : PlanSource
{
    /// <summary>The pool to delete, or null.</summary>
    public IdentityPool? Pool { get; init; }

    public override string IdentityPoolId => Id;

    public override string Region => PoolIds.Region(Id);

    private protected override string? Arn => Pool?.Arn ?? Roles.FirstOrDefault()?.Arn;
}

/// <summary>What a plan removes.</summary>
internal enum RemovalKind
{
    /// <summary>A pool, and roles that were made for it.</summary>
    Pool,

    /// <summary>Roles that were made for a pool that no longer exists.</summary>
    RolesOfDeletedPool,

    /// <summary>One role.</summary>
    Role,
}
