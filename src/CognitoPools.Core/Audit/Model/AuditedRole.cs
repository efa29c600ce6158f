using System.Collections.Concurrent;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Model;

/// <summary>A role of a pool with all its uses, and the data that was read.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Uses">Where the pool uses it.</param>
internal sealed record AuditedRole(string Arn, IReadOnlyList<RoleUse> Uses)
{
    private readonly ConcurrentDictionary<(PoolIdentityType, SignInFlow), IReadOnlyList<PoolPermission>> permissions = new();
    private readonly ConcurrentDictionary<(PoolIdentityType, SignInFlow), IReadOnlyList<EffectiveGrant>> grants = new();

    /// <summary>Its name.</summary>
    public string Name => Facts?.Name ?? Arn.Substring(Arn.LastIndexOf('/') + 1);

    /// <summary>Whether it could be read.</summary>
    public RoleReading Reading { get; init; }

    /// <summary>The IAM facts; null if they were not read.</summary>
    public PoolRoleFacts? Facts { get; init; }

    /// <summary>Its trust policy; null if it was not read or could not be parsed.</summary>
    public TrustPolicy? Trust => Facts?.Trust;

    /// <summary>Its inline and attached policies; null unless all could be read.</summary>
    public IReadOnlyList<PoolRolePolicy>? Policies { get; init; }

    /// <summary>The statements of <see cref="Policies"/>; null unless all could be read and parsed.</summary>
    public IReadOnlyList<PermissionStatement>? Statements { get; init; }

    /// <summary>The statements of its permissions boundary; null if it has none.</summary>
    public IReadOnlyList<PermissionStatement>? Boundary { get; init; }

    /// <summary>Where other pools of the Region use it. It is read only if the trust policy accepts other pools, and is empty if they
    /// could not be read.</summary>
    public IReadOnlyList<PoolRoleUse> UsedElsewhere { get; init; } = [];

    /// <summary>Whether guests get it.</summary>
    public bool IsOfGuests => Uses.Any(use => use.Kind == RoleUseKind.Guest);

    /// <summary>Whether authenticated users get it, by default, by a rule or by their token.</summary>
    public bool IsOfUsers => Uses.Any(use => use.Kind != RoleUseKind.Guest);

    /// <summary>Whether it is the pool's default role of authenticated users.</summary>
    public bool IsDefaultOfUsers => Uses.Any(use => use.Kind == RoleUseKind.Authenticated);

    /// <summary>Whether a rule assigns it.</summary>
    public bool IsOfRule => Uses.Any(use => use.Kind == RoleUseKind.Rule);

    /// <summary>The permissions in effect: the policies minus every Deny, limited by the boundary and, for guests in the enhanced
    /// flow, by Cognito. Null if the policies could not be read.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="identityType">The type of user.</param>
    /// <param name="flow">The sign-in flow.</param>
    public IReadOnlyList<PoolPermission>? Permissions(IdentityPool pool, PoolIdentityType identityType, SignInFlow flow) =>
        Statements is not { } statements ? null : permissions.GetOrAdd(
            (identityType, flow),
            key => Effective(pool, key, statements).Rows());

    /// <summary>The permissions in effect as ranges of actions and resources; empty if the policies could not be read.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="identityType">The type of user.</param>
    /// <param name="flow">The sign-in flow.</param>
    public IReadOnlyList<EffectiveGrant> Grants(IdentityPool pool, PoolIdentityType identityType, SignInFlow flow) =>
        Statements is not { } statements ? [] : grants.GetOrAdd(
            (identityType, flow),
            key => Effective(pool, key, statements).Grants());

    private EffectivePermissions Effective(
        IdentityPool pool, (PoolIdentityType Type, SignInFlow Flow) of, IReadOnlyList<PermissionStatement> statements) =>
        new(new PermissionHolder(pool.IdentityPoolId, of.Type, of.Flow, Arn, pool.Connection), statements, Boundary);
}
