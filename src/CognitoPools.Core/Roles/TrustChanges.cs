using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The users who lose or gain access to a role when its trust policy is replaced.</summary>
internal static class TrustChanges
{
    private static readonly PoolIdentityType[] Types = [PoolIdentityType.Authenticated, PoolIdentityType.Guest];

    /// <summary>A line for the guests and for the authenticated users of each pool that either policy names, if their
    /// access changes. Empty if a policy cannot be understood.</summary>
    /// <param name="region">A Region of the partition.</param>
    /// <param name="before">The current trust policy.</param>
    /// <param name="after">The desired trust policy.</param>
    public static IReadOnlyList<string> Of(string region, string before, string after)
    {
        if (Parse(before) is not { } old || Parse(after) is not { } now)
            return [];
        var partition = AwsPartition.FromRegion(region);
        return
        [
            .. old.AudiencePools(partition).Concat(now.AudiencePools(partition)).Distinct(StringComparer.Ordinal)
                .SelectMany(pool => Types.Select(type => Line(partition, pool, type, old, now)).OfType<string>()),
        ];
    }

    private static string? Line(AwsPartition partition, string pool, PoolIdentityType type, TrustPolicy old, TrustPolicy now)
    {
        var (was, will) = (Accepts(partition, pool, type, old), Accepts(partition, pool, type, now));
        if (was == will)
            return null;
        var users = $"{IamRoles.Users(type)} of {(pool == TrustPolicy.AnyPool ? "any identity pool" : $"identity pool {pool}")}";
        return $"Trust of {users}: {Shown(was)} -> {Shown(will)}";
    }

    // A pattern is evaluated as if it were the id of a pool.
    private static bool Accepts(AwsPartition partition, string pool, PoolIdentityType type, TrustPolicy policy) =>
        policy.Explain(partition, pool == TrustPolicy.AnyPool ? TrustPolicy.SomePool : pool, type).Trust
            is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional;

    private static string Shown(bool isAccepted) => isAccepted ? "accepted" : "refused";

    private static TrustPolicy? Parse(string document)
    {
        try
        {
            return TrustPolicy.Parse(document);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
