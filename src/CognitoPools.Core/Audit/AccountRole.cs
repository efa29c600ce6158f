using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Fleet;
using CognitoPools.Roles;

namespace CognitoPools.Audit;

/// <summary>A role of the account that trusts identity pools.</summary>
internal sealed class AccountRole
{
    private readonly IReadOnlyDictionary<string, AccountRegion> regions;
    private readonly IReadOnlyList<string> needed;
    private readonly TrustPolicy policy;
    private readonly TrustAdmission admission;

    /// <param name="trusted">The role.</param>
    /// <param name="regions">The Regions that could be read.</param>
    /// <param name="auditedRegions">The Regions whose pools may use it, in addition to those that its trust policy names.</param>
    public AccountRole(
        TrustedPools trusted, IReadOnlyDictionary<string, AccountRegion> regions, IReadOnlyList<string> auditedRegions)
    {
        Trusted = trusted;
        policy = trusted.Role.Trust!;
        admission = new TrustAdmission(policy, trusted.Partition!);
        this.regions = regions;
        needed = [.. RegionsOf(trusted).Concat(auditedRegions).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The role.</summary>
    public TrustedPools Trusted { get; }

    /// <summary>Whether it is known that no pool uses it.</summary>
    public bool IsUnused =>
        needed.All(regions.ContainsKey) && !needed.Any(region => regions[region].Roles.Contains(Trusted.Role.Arn));

    /// <summary>Whether it accepts the tokens of everyone, including those of any pool. A condition on other keys than the Cognito
    /// claims may exclude pools, so such a statement does not count.</summary>
    public bool TrustsEverybody => admission.StatementsForEverybody.Any(statement =>
        statement.Conditions.All(condition => condition.IsFor(admission.KeyOf("aud")) || condition.IsFor(admission.KeyOf("amr")))
            && admission.BindingOf(statement) is AudienceBinding.None or AudienceBinding.Pattern);

    /// <summary>The Regions of the pools that a role names.</summary>
    public static IEnumerable<string> RegionsOf(TrustedPools trusted) => trusted.Pools.Where(PoolIds.IsId).Select(PoolIds.Region);

    /// <summary>The severity if no pool uses the role; null if its trust policy has no fault or accepts no one.</summary>
    /// <param name="audited">The pools that were audited.</param>
    public PoolFindingSeverity? Orphaned(IReadOnlyDictionary<string, KnownPool> audited)
    {
        // The roles of an audited pool include the known roles of user pool groups.
        if (Trusted.Admits.Count == 0 || admission.CognitoStatements.Count == 0 && !TrustsEverybody
            || audited.Values.Any(pool => pool.Roles?.Contains(Trusted.Role.Arn, StringComparer.Ordinal) == true))
        {
            return null;
        }
        if (TrustsEverybody || admission.CognitoStatements.Any(
            statement => admission.BindingOf(statement) is AudienceBinding.None or AudienceBinding.Pattern))
        {
            return PoolFindingSeverity.Critical;
        }
        var existing = Trusted.Pools.Where(Exists).ToList();
        if (existing.Count == 0)
            return PoolFindingSeverity.Info;
        var open = existing.Where(pool => admission.CognitoStatements.Any(statement => IsOpen(statement, pool))).ToList();
        return open.Count == 0 ? null : open.Max(pool => audited.TryGetValue(pool, out var known)
            ? OpenRoleSeverity.Of(known.GuestAccess, known.IsBasicFlowOn) : PoolFindingSeverity.High);
    }

    /// <summary>The audited pools that the role accepts by id, and that do not use it.</summary>
    /// <param name="audited">The pools that were audited.</param>
    public IEnumerable<KnownPool> Unlisted(IReadOnlyDictionary<string, KnownPool> audited) => Trusted.Pools
        .Select(pool => audited.TryGetValue(pool, out var known) ? known : null)
        .OfType<KnownPool>()
        .Where(pool => pool.Roles is not null && !pool.Roles.Contains(Trusted.Role.Arn, StringComparer.Ordinal)
            && admission.CognitoStatements.Any(statement => admission.AdmitsAnybody(statement, pool.Id)));

    private bool Exists(string pool) => PoolIds.IsId(pool) && regions.TryGetValue(PoolIds.Region(pool), out var region)
        && region.Pools.Contains(pool);

    private bool IsOpen(TrustStatement statement, string pool) => admission.Admits(statement, pool, PoolIdentityType.Guest)
        && admission.Admits(statement, pool, PoolIdentityType.Authenticated);
}
