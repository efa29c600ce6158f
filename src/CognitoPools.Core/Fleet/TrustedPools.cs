using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Fleet;

/// <summary>The parts of a role's trust policy that concern identity pools.</summary>
/// <param name="Role">The role, without its tags.</param>
internal sealed record TrustedPools(PoolRoleFacts Role)
{
    private static readonly string[] OfAnOpenRole =
    [
        TrustFinding.NoCondition, TrustFinding.NoAudience, TrustFinding.AudienceWildcard, TrustFinding.NoAmr,
        TrustFinding.AmrWildcard, TrustFinding.AdmitsGuests,
    ];

    /// <summary>The partition whose names the trust policy uses; null if the policy could not be interpreted.</summary>
    public AwsPartition? Partition { get; private init; }

    /// <summary>The ids and patterns that it accepts or names; <c>*</c> for any pool.</summary>
    public IReadOnlyList<string> Pools { get; private init; } = [];

    /// <summary>The kinds of users that it accepts.</summary>
    public IReadOnlyList<PoolIdentityType> Admits { get; private init; } = [];

    /// <summary>Whether users other than the intended ones can assume the role.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>The weaknesses, one sentence each.</summary>
    public IReadOnlyList<string> Findings { get; private init; } = [];

    /// <summary>Whether it accepts anyone other than users of identity pools.</summary>
    public bool TrustsOthers { get; private init; }

    /// <summary>Reads the trust policy of a role; null if it does not concern identity pools.</summary>
    public static TrustedPools? Of(PoolRoleFacts role)
    {
        var partitions = PartitionsOf(role.Arn);
        if (role.Trust is not { } trust)
        {
            return partitions.Exists(partition => role.TrustDocument?.Contains(partition.CognitoPrincipal) == true)
                ? new TrustedPools(role)
                {
                    Findings = [$"Its trust policy could not be interpreted: {Sentences.Ended(role.TrustProblem ?? "")}"],
                    TrustsOthers = true,
                }
                : null;
        }
        return partitions.Select(partition => Of(role, trust, partition)).FirstOrDefault(found => found is not null);
    }

    /// <summary>Whether the text is a pattern that several pools match.</summary>
    public static bool IsPattern(string pool) => pool.IndexOfAny(['*', '?']) >= 0;

    // The Regions of GovCloud share one name in ARNs but have different Cognito principals.
    private static List<AwsPartition> PartitionsOf(string arn)
    {
        var partition = AwsPartition.FromArn(arn);
        var known = AwsPartition.All.Where(other => other.Name == partition.Name).ToList();
        return known.Count > 0 ? known : [partition];
    }

    private static TrustedPools? Of(PoolRoleFacts role, TrustPolicy trust, AwsPartition partition)
    {
        var cognito = new TrustPrincipal(TrustPrincipal.Federated, partition.CognitoPrincipal);
        var naming = trust.Statements.Where(statement => statement.Allows && statement.Principals.Contains(cognito)).ToList();
        var accepted = trust.AudiencePools(partition);
        if (naming.Count == 0 && accepted.Count == 0)
            return null;
        var audience = $"{partition.CognitoKeyPrefix}:aud";
        var named = naming.SelectMany(statement => statement.Conditions)
            .Where(condition => condition.IsFor(audience)
                && condition.Parsed is { Kind: ConditionOperatorKind.Text, Negated: false })
            .SelectMany(condition => condition.Values);
        string[] pools = [.. accepted.Concat(named).Distinct(StringComparer.Ordinal)];
        var answers = pools.Select(pool => pool == TrustPolicy.AnyPool ? TrustPolicy.SomePool : pool)
            .SelectMany(pool => new[] { PoolIdentityType.Authenticated, PoolIdentityType.Guest }
                .Select(type => (Type: type, Answer: trust.Explain(partition, pool, type))))
            .Where(asked => asked.Answer.Trust is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional)
            .ToList();
        PoolIdentityType[] admits = [.. answers.Select(asked => asked.Type).Distinct().OrderBy(type => type)];
        // A role that authenticated users can assume is intended for them. If guests can assume it too, that is
        // reported as a weakness.
        var intendedFor = admits.Contains(PoolIdentityType.Authenticated) ? PoolIdentityType.Authenticated : PoolIdentityType.Guest;
        var findings = answers.Where(asked => asked.Type == intendedFor).SelectMany(asked => asked.Answer.Findings)
            .Where(finding => finding.Id != TrustFinding.OtherPool)
            .ToList();
        return new TrustedPools(role)
        {
            Partition = partition,
            Pools = pools,
            Admits = admits,
            IsOpen = Array.Exists(pools, IsPattern) || (intendedFor == PoolIdentityType.Authenticated
                && findings.Exists(finding => OfAnOpenRole.Contains(finding.Id, StringComparer.Ordinal))),
            Findings = [.. findings.Select(finding => finding.Message).Distinct(StringComparer.Ordinal)],
            TrustsOthers = trust.Statements.Any(statement => statement.Allows
                && (statement.NotPrincipals.Count > 0 || statement.Principals.Any(principal => principal != cognito))),
        };
    }
}
