using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>What a role allows to whom.</summary>
internal static class RoleGrants
{
    /// <summary>What guests may do: in the basic flow where they can use it, within the ceiling otherwise. Nothing while guest access
    /// is off.</summary>
    public static IReadOnlyList<EffectiveGrant> OfGuests(AuditedPool pool, AuditedRole role) =>
        OfGuests(pool, role, pool.IsLive ? SignInFlow.Basic : SignInFlow.Enhanced);

    /// <summary>What guests could do without the ceiling.</summary>
    public static IReadOnlyList<EffectiveGrant> OfGuestsWithoutCeiling(AuditedPool pool, AuditedRole role) =>
        OfGuests(pool, role, SignInFlow.Basic);

    /// <summary>What authenticated users may do with the role.</summary>
    public static IReadOnlyList<EffectiveGrant> OfUsers(AuditedPool pool, AuditedRole role) =>
        role.IsOfUsers ? role.Grants(pool.Pool, PoolIdentityType.Authenticated, SignInFlow.Enhanced) : [];

    /// <summary>What anybody may do with the role.</summary>
    public static IEnumerable<EffectiveGrant> OfAnybody(AuditedPool pool, AuditedRole role) =>
        OfUsers(pool, role).Concat(OfGuests(pool, role));

    private static IReadOnlyList<EffectiveGrant> OfGuests(AuditedPool pool, AuditedRole role, SignInFlow flow) =>
        role.IsOfGuests && pool.Pool.GuestAccess ? role.Grants(pool.Pool, PoolIdentityType.Guest, flow) : [];
}
