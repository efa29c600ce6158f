using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>The source of a plan. The steps are always computed from it and never read from a file.</summary>
internal abstract record PlanSource
{
    /// <summary>The pool's id; null for a pool that the plan creates.</summary>
    public abstract string? IdentityPoolId { get; }

    /// <summary>The pool's Region.</summary>
    public abstract string Region { get; }

    /// <summary>The connection that the plan was made through; null for a plan that was read from JSON.</summary>
    public AccountConnection? Connection { get; init; }

    /// <summary>The account in the JSON; null for a plan that was not read from JSON.</summary>
    public string? WrittenAccount { get; init; }

    /// <summary>Whether the JSON is of a sandbox plan.</summary>
    public bool WrittenInSandbox { get; init; }

    /// <summary>The account id; null if it was never read.</summary>
    public string? AccountId => WrittenAccount ?? AccountOf(Arn) ?? Connection?.KnownAccountId;

    /// <summary>Whether the plan was made in a sandbox.</summary>
    public bool IsSandbox => Connection?.IsSandbox ?? WrittenInSandbox;

    /// <summary>An ARN of the account, or null.</summary>
    private protected abstract string? Arn { get; }

    private static string? AccountOf(string? arn) => arn?.Split(':') is { Length: > 4 } parts && parts[4].Length > 0 ? parts[4] : null;
}

/// <summary>The change or the creation of a pool.</summary>
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
/// <param name="Id">The id of the pool that is removed, or that the roles were created for.</param>
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
    /// <summary>A pool, and roles that were created for it.</summary>
    Pool,

    /// <summary>Roles that were created for a pool that no longer exists.</summary>
    RolesOfDeletedPool,

    /// <summary>One role.</summary>
    Role,
}
