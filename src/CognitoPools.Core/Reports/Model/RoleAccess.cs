using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Reports.Model;

/// <summary>Describes who gets a role of a pool and who else can assume it.</summary>
internal static class RoleAccess
{
    /// <summary>Where the pool uses the role, as text.</summary>
    public static IReadOnlyList<string> Uses(AuditedRole role) => [.. role.Uses.Select(use => use.Kind switch
    {
        RoleUseKind.Guest => "guests",
        RoleUseKind.Authenticated => "authenticated users by default",
        RoleUseKind.Rule => FormattableString.Invariant($"rule {use.Rule} of {use.Provider?.Name}"),
        _ => $"groups of {use.Provider?.Name}",
    })];

    /// <summary>Whether its trust policy accepts the users who should get it, as text.</summary>
    public static string Trust(AuditedPool pool, AuditedRole role)
    {
        if (role.Trust is not { } trust)
            return "The trust policy could not be read or parsed.";
        return string.Join(" ", Types(role).Select(type => $"{NameOf(type)}: {Decision(pool, trust, type)}."));
    }

    /// <summary>Other principals and pools that the trust policy accepts. A Deny is not taken into account.</summary>
    public static IReadOnlyList<string> Others(AuditedPool pool, AuditedRole role)
    {
        if (role.Trust is not { } trust)
            return [];
        var cognito = new TrustPrincipal(TrustPrincipal.Federated, pool.Partition.CognitoPrincipal);
        var allowing = trust.Statements.Where(statement => statement.Allows).ToList();
        return
        [
            .. allowing.SelectMany(statement => statement.Principals)
                .Where(principal => principal != cognito)
                .Select(principal => principal.IsEverybody ? "anyone (Principal *)" : principal.ToString())
                .Concat(allowing.Where(statement => statement.NotPrincipals.Count > 0)
                    .Select(statement => $"everyone except {string.Join(", ", statement.NotPrincipals)}"))
                .Concat(trust.AudiencePools(pool.Partition)
                    .Where(id => id != pool.Pool.IdentityPoolId)
                    .Select(id => $"users of {Shown(pool, id)}"))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Shown(AuditedPool pool, string id) => id == TrustPolicy.AnyPool
        ? "any identity pool"
        : new TrustedPool(
            id,
            id.IndexOfAny(['*', '?']) >= 0 ? TrustedPoolState.Pattern
                : pool.OtherPools.TryGetValue(id, out var state) ? state : TrustedPoolState.Unknown)
            is { State: not TrustedPoolState.Exists } other ? other.ToString() : id;

    private static IEnumerable<PoolIdentityType> Types(AuditedRole role)
    {
        if (role.IsOfGuests)
            yield return PoolIdentityType.Guest;
        if (role.IsOfUsers)
            yield return PoolIdentityType.Authenticated;
    }

    private static string NameOf(PoolIdentityType type) => type == PoolIdentityType.Guest ? "Guests" : "Authenticated users";

    private static string Decision(AuditedPool pool, TrustPolicy trust, PoolIdentityType type) =>
        trust.Explain(pool.Partition, pool.Pool.IdentityPoolId, type).Trust switch
        {
            PoolRoleTrust.Trusted => "trusted",
            PoolRoleTrust.NotTrusted => "not trusted",
            PoolRoleTrust.Conditional => "trusted under conditions",
            _ => "unknown",
        };
}
