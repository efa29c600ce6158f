using System.Collections.Concurrent;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Model;

/// <summary>A role of a pool with what was read of it. The same role stands once in a pool, with all its uses.</summary>
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

    /// <summary>What IAM says of it; null when it was not read.</summary>
    public PoolRoleFacts? Facts { get; init; }

    /// <summary>Its trust policy; null when it was not read or could not be understood.</summary>
    public TrustPolicy? Trust => Facts?.Trust;

    /// <summary>Its inline and attached policies; null when they could not all be read.</summary>
    public IReadOnlyList<PoolRolePolicy>? Policies { get; init; }

    /// <summary>The statements of <see cref="Policies"/>; null when they could not all be read and understood.</summary>
    public IReadOnlyList<PermissionStatement>? Statements { get; init; }

    /// <summary>The statements of its permissions boundary; null without one.</summary>
    public IReadOnlyList<PermissionStatement>? Boundary { get; init; }

    /// <summary>Where other pools of the Region use it. Read only where its trust policy accepts other pools; empty where they could
    /// not be read.</summary>
    public IReadOnlyList<PoolRoleUse> UsedElsewhere { get; init; } = [];

    /// <summary>Whether guests get it.</summary>
    public bool IsOfGuests => Uses.Any(use => use.Kind == RoleUseKind.Guest);

    /// <summary>Whether authenticated users get it, by default, by a rule or by their token.</summary>
    public bool IsOfUsers => Uses.Any(use => use.Kind != RoleUseKind.Guest);

    /// <summary>Whether it is the pool's default role of authenticated users.</summary>
    public bool IsDefaultOfUsers => Uses.Any(use => use.Kind == RoleUseKind.Authenticated);

    /// <summary>Whether a rule gives it.</summary>
    public bool IsOfRule => Uses.Any(use => use.Kind == RoleUseKind.Rule);

    /// <summary>What is allowed in effect: the policies, within the boundary and, for guests in the enhanced flow, the service's
    /// ceiling, without what a Deny takes. Null when the policies could not be read.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="identityType">Whose permissions.</param>
    /// <param name="flow">In which flow.</param>
    public IReadOnlyList<PoolPermission>? Permissions(IdentityPool pool, PoolIdentityType identityType, SignInFlow flow) =>
        Statements is not { } statements ? null : permissions.GetOrAdd(
            (identityType, flow),
            key => Effective(pool, key, statements).Rows());

    /// <summary>The same as ranges of actions and resources; none when the policies could not be read.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="identityType">Whose permissions.</param>
    /// <param name="flow">In which flow.</param>
    public IReadOnlyList<EffectiveGrant> Grants(IdentityPool pool, PoolIdentityType identityType, SignInFlow flow) =>
        Statements is not { } statements ? [] : grants.GetOrAdd(
            (identityType, flow),
            key => Effective(pool, key, statements).Grants());

    private EffectivePermissions Effective(
        IdentityPool pool, (PoolIdentityType Type, SignInFlow Flow) of, IReadOnlyList<PermissionStatement> statements) =>
        new(new PermissionHolder(pool.IdentityPoolId, of.Type, of.Flow, Arn, pool.Connection), statements, Boundary);
}
