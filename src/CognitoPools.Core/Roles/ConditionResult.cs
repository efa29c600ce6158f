namespace CognitoPools.Roles;

/// <summary>The result of a condition: it matches, it fails, or (with a reason) only the service can decide.</summary>
internal sealed record ConditionResult(TrustCondition Condition, bool Matches, string? NotEvaluated = null)
{
    /// <summary>Whether only the service can decide. An operator that IAM does not know is a mistake instead.</summary>
    public bool IsUndecided => NotEvaluated is not null && Condition.Parsed.Kind != ConditionOperatorKind.Unknown;

    /// <summary>Evaluates a condition by IAM's rules for the text operators, Bool and Null.</summary>
    public static ConditionResult Of(TrustCondition condition, TrustRequest request, bool variables)
    {
        var operation = condition.Parsed;
        if (operation.Kind == ConditionOperatorKind.Unknown)
            return new(condition, false, condition.Misspelt);
        if (operation.Kind == ConditionOperatorKind.NotEvaluated)
            return new(condition, false, $"the operator '{condition.Operator}' on '{condition.Key}' is not evaluated here");
        if (request.ValuesOf(condition.Key) is not { } values)
        {
            if (request.StandInSubjects(condition.Key) is { } subjects)
                return OfEverySubject(condition, variables, subjects);
            return new(condition, false, $"the value of '{condition.Key}' is not known here");
        }
        if (operation.Kind == ConditionOperatorKind.Null)
        {
            return new(
                condition,
                condition.Values.Any(value => string.Equals(
                    value, values.Count == 0 ? "true" : "false", StringComparison.OrdinalIgnoreCase)));
        }

        var patterns = condition.Values.Select(value => new PolicyPattern(value, operation.Wildcards, variables)).ToList();
        if (patterns.Find(pattern => pattern.Variable is not null) is { } open)
        {
            return new(
                condition, false,
                $"the policy variable '{open.Variable}' in the condition on '{condition.Key}' is not evaluated here");
        }
        return request.OpenAmr is not null && condition.IsFor(request.KeyOf("amr"))
            ? OfEveryUser(condition, patterns, request)
            : new(condition, Matching(operation, patterns, values));
    }

    // A condition on amr is decided only if the answer is the same for every user that the request represents.
    private static ConditionResult OfEveryUser(TrustCondition condition, List<PolicyPattern> patterns, TrustRequest request)
    {
        var answers = TrustProviders.Tokens(request, condition)
            .Select(token => Matching(condition.Parsed, patterns, token))
            .Distinct()
            .ToList();
        return answers is [var same]
            ? new(condition, same)
            : new(
                condition,
                false,
                $"the condition on '{condition.Key}' depends on the provider or the user: "
                    + string.Join(" or ", condition.Values.Select(value => $"'{value}'")));
    }

    // A condition on sub is decided only if the answer is the same for every identity: a pattern that all of them
    // match.
    private static ConditionResult OfEverySubject(TrustCondition condition, bool variables, string[] subjects)
    {
        var operation = condition.Parsed;
        if (operation.Kind == ConditionOperatorKind.Null)
            return new(condition, condition.Values.Contains("false", StringComparer.OrdinalIgnoreCase));
        var patterns = condition.Values.Select(value => new PolicyPattern(value, operation.Wildcards, variables)).ToList();
        if (patterns.TrueForAll(pattern => pattern.Variable is null)
            && Array.TrueForAll(subjects, subject => patterns.Exists(pattern => pattern.Matches(subject, operation.IgnoreCase))))
        {
            return new(condition, !operation.Negated);
        }
        return new(
            condition,
            false,
            $"the condition on '{condition.Key}' admits only some identities: "
                + string.Join(" or ", condition.Values.Select(value => $"'{value}'")));
    }

    private static bool Matching(ConditionOperator operation, List<PolicyPattern> patterns, IReadOnlyList<string> values)
    {
        bool Fits(string value) => operation.Negated != patterns.Exists(pattern => pattern.Matches(value, operation.IgnoreCase));

        if (values.Count == 0)
        {
            return operation.IfExists
                || operation.Set == ConditionSet.All
                || (operation.Negated && operation.Set == ConditionSet.None);
        }
        // IAM does not document how an operator without a set qualifier treats several values. The cautious assumption
        // is that each of them must match.
        return operation.Set == ConditionSet.Any ? values.Any(Fits) : values.All(Fits);
    }
}
