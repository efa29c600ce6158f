using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The permissions that a role grants to guests and users.</summary>
internal static class RoleGrants
{
    /// <summary>The permissions of guests in the basic flow if they can use it, and otherwise in the enhanced flow. Empty if guest
    /// access is off.</summary>
    public static IReadOnlyList<EffectiveGrant> OfGuests(AuditedPool pool, AuditedRole role) =>
        OfGuests(pool, role, pool.IsLive ? SignInFlow.Basic : SignInFlow.Enhanced);

    /// <summary>The permissions of guests in the basic flow, where Cognito does not limit them.</summary>
    public static IReadOnlyList<EffectiveGrant> OfGuestsWithoutCeiling(AuditedPool pool, AuditedRole role) =>
        OfGuests(pool, role, SignInFlow.Basic);

    /// <summary>The permissions of authenticated users.</summary>
    public static IReadOnlyList<EffectiveGrant> OfUsers(AuditedPool pool, AuditedRole role) =>
        role.IsOfUsers ? Matching(pool, PoolIdentityType.Authenticated, role.Grants(pool.Pool, PoolIdentityType.Authenticated, SignInFlow.Enhanced)) : [];

    /// <summary>The permissions of guests and users.</summary>
    public static IEnumerable<EffectiveGrant> OfAnybody(AuditedPool pool, AuditedRole role) =>
        OfUsers(pool, role).Concat(OfGuests(pool, role));

    private static IReadOnlyList<EffectiveGrant> OfGuests(AuditedPool pool, AuditedRole role, SignInFlow flow) =>
        role.IsOfGuests && pool.Pool.GuestAccess
            ? Matching(pool, PoolIdentityType.Guest, role.Grants(pool.Pool, PoolIdentityType.Guest, flow)) : [];

    // The type of user and the pool are known, so conditions on them can be evaluated.
    private static IReadOnlyList<EffectiveGrant> Matching(
        AuditedPool pool, PoolIdentityType identityType, IReadOnlyList<EffectiveGrant> grants) =>
        [.. grants.Where(grant => grant.Tests.All(test => CanMatch(pool, identityType, test)))];

    private static bool CanMatch(AuditedPool pool, PoolIdentityType identityType, TrustCondition test)
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
