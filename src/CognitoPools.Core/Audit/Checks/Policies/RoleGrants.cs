using CognitoPools.Audit.Model;
using CognitoPools.Roles;
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
        role.IsOfUsers ? Held(pool, PoolIdentityType.Authenticated, role.Grants(pool.Pool, PoolIdentityType.Authenticated, SignInFlow.Enhanced)) : [];

    /// <summary>What anybody may do with the role.</summary>
    public static IEnumerable<EffectiveGrant> OfAnybody(AuditedPool pool, AuditedRole role) =>
        OfUsers(pool, role).Concat(OfGuests(pool, role));

    private static IReadOnlyList<EffectiveGrant> OfGuests(AuditedPool pool, AuditedRole role, SignInFlow flow) =>
        role.IsOfGuests && pool.Pool.GuestAccess
            ? Held(pool, PoolIdentityType.Guest, role.Grants(pool.Pool, PoolIdentityType.Guest, flow)) : [];

    // Whose token it is, and of which pool, is known; a condition on it decides.
    private static IReadOnlyList<EffectiveGrant> Held(
        AuditedPool pool, PoolIdentityType identityType, IReadOnlyList<EffectiveGrant> grants) =>
        [.. grants.Where(grant => grant.Tests.All(test => CanHold(pool, identityType, test)))];

    private static bool CanHold(AuditedPool pool, PoolIdentityType identityType, TrustCondition test)
    {
        if (test.Parsed is not { Kind: ConditionOperatorKind.Text, Negated: false })
            return true;
        bool Fits(string value, string text) => new PolicyPattern(value, test.Parsed.Wildcards, variables: true) is var pattern
            && (pattern.Variable is not null || pattern.Matches(text));
        var prefix = pool.Partition.CognitoKeyPrefix;
        if (test.IsFor($"{prefix}:aud"))
            return test.Values.Any(value => Fits(value, pool.Pool.IdentityPoolId));
        if (!test.IsFor($"{prefix}:amr"))
            return true;
        // The amr of a user also names the provider, which is not known here.
        return identityType == PoolIdentityType.Guest
            ? test.Values.Any(value => Fits(value, TrustRequest.Unauthenticated))
            : test.Values.Any(value => value != TrustRequest.Unauthenticated);
    }
}
