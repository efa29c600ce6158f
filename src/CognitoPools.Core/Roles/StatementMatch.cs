namespace CognitoPools.Roles;

/// <summary>Whether a statement matches a request for one action.</summary>
internal sealed record StatementMatch(
    TrustStatement Statement, string Action, bool Principal,
    bool ConcernsAction, IReadOnlyList<ConditionResult> Conditions)
{
    public bool Matches => Principal && ConcernsAction && Conditions.All(condition => condition.Matches);

    /// <summary>The number of mismatches, apart from the principal.</summary>
    public int Failures => (ConcernsAction ? 0 : 1) + Conditions.Count(condition => !condition.Matches);

    /// <summary>Whether it matches, or would match if the conditions that were not evaluated matched.</summary>
    public bool CouldMatch =>
        Principal && ConcernsAction && Conditions.All(condition => condition.Matches || condition.NotEvaluated is not null);

    /// <summary>Whether it does not match, but would match if the conditions that only the service can decide
    /// matched.</summary>
    public bool IsUndecided =>
        !Matches && Principal && ConcernsAction && Conditions.All(condition => condition.Matches || condition.IsUndecided);

    /// <summary>The conditions that only the service can decide.</summary>
    public IEnumerable<ConditionResult> Undecided => Conditions.Where(condition => condition.IsUndecided);

    public static StatementMatch Of(TrustStatement statement, TrustRequest request, string action, bool variables) => new(
        statement,
        action,
        statement.ConcernsFederated(request.Partition.CognitoPrincipal),
        statement.ConcernsAction(action),
        [.. statement.Conditions.Select(condition => ConditionResult.Of(condition, request, variables))]);
}
