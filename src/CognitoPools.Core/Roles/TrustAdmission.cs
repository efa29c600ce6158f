using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Which users each statement of a trust policy admits, except those that a Deny keeps out.</summary>
/// <param name="policy">The trust policy.</param>
/// <param name="partition">The pools' partition.</param>
internal sealed class TrustAdmission(TrustPolicy policy, AwsPartition partition)
{
    private static readonly PoolIdentityType[] Everybody = [PoolIdentityType.Authenticated, PoolIdentityType.Guest];

    /// <summary>The Allow statements that name the principal of Cognito.</summary>
    public IReadOnlyList<TrustStatement> CognitoStatements { get; } =
    [
        .. policy.Statements.Where(statement => statement.Allows
            && statement.Principals.Contains(new TrustPrincipal(TrustPrincipal.Federated, partition.CognitoPrincipal))),
    ];

    /// <summary>The Allow statements that do not name the principal of Cognito, but trust everyone and so accept its
    /// tokens.</summary>
    public IReadOnlyList<TrustStatement> StatementsForEverybody => [.. policy.Statements.Where(statement => statement.Allows
        && !CognitoStatements.Contains(statement) && statement.ConcernsFederated(partition.CognitoPrincipal))];

    /// <summary>The condition key of a claim.</summary>
    public string KeyOf(string claim) => $"{partition.CognitoKeyPrefix}:{claim}";

    /// <summary>Whether a statement admits all or some users of a pool.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="pool">The pool's id.</param>
    /// <param name="identityType">Which users.</param>
    public bool Admits(TrustStatement statement, string pool, PoolIdentityType identityType)
    {
        var request = TrustRequest.ForPool(partition, pool, identityType);
        var matches = policy.Match(request, TrustRequest.AssumeAction);
        return statement.Allows
            && matches.Any(match => match.Statement == statement && (match.Matches || match.IsUndecided))
            && !matches.Any(match => !match.Statement.Allows && match.Matches);
    }

    /// <summary>Whether a statement admits any user of a pool.</summary>
    public bool AdmitsAnybody(TrustStatement statement, string pool) => Array.Exists(Everybody, type => Admits(statement, pool, type));

    /// <summary>The conditions of a statement on a claim.</summary>
    public IReadOnlyList<TrustCondition> ConditionsOn(TrustStatement statement, string claim) =>
        [.. statement.Conditions.Where(condition => condition.IsFor(KeyOf(claim)) && condition.Parsed.Kind == ConditionOperatorKind.Text)];

    /// <summary>How a statement is bound to pools.</summary>
    public AudienceBinding BindingOf(TrustStatement statement)
    {
        var audience = ConditionsOn(statement, "aud");
        if (audience.Count == 0)
            return AdmitsAnybody(statement, TrustPolicy.SomePool) ? AudienceBinding.None : AudienceBinding.Exact;
        if (audience.SelectMany(Examples).Append(TrustPolicy.SomePool).Any(example => AdmitsAnybody(statement, example)))
            return AudienceBinding.Pattern;
        return audience.Any(condition => condition.Parsed.Demands) || !audience.SelectMany(condition => condition.Values)
            .Any(pool => AdmitsAnybody(statement, pool)) ? AudienceBinding.Exact : AudienceBinding.Loose;
    }

    /// <summary>The ids, without patterns, of the pools that a statement names and admits.</summary>
    public IReadOnlyList<string> ExactPools(TrustStatement statement) =>
    [
        .. ConditionsOn(statement, "aud").Where(condition => !condition.Parsed.Negated)
            .SelectMany(condition => condition.Values.Where(value => !IsWild(condition, value)))
            .Distinct(StringComparer.Ordinal)
            .Where(pool => AdmitsAnybody(statement, pool)),
    ];

    // Texts that match the pattern and that no policy names.
    private IEnumerable<string> Examples(TrustCondition condition) => condition.Parsed.Negated ? [] : condition.Values
        .Where(value => IsWild(condition, value))
        .Select(value => value.Replace("*", "xx").Replace('?', 'x'));

    private bool IsWild(TrustCondition condition, string value) =>
        condition.Parsed.Wildcards && new PolicyPattern(value, wildcards: true, policy.HasVariables).IsWild;
}

/// <summary>How a statement is bound to pools.</summary>
internal enum AudienceBinding
{
    /// <summary>By ids, or it admits no one.</summary>
    Exact,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a pattern or a negation that other pools match.</summary>
    Pattern,

    /// <summary>By ids, with an operator that also accepts a token without aud.</summary>
    Loose,
}
