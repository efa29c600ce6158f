namespace CognitoPools.Roles;

/// <summary>One condition of a statement: an operator, a key, and the values of which one must match.</summary>
/// <param name="Operator">The operator as it is in the policy, such as <c>ForAnyValue:StringLike</c>.</param>
/// <param name="Key">The condition key as it is in the policy; keys ignore case.</param>
/// <param name="Values">The values. Case matters unless the operator ignores it.</param>
public sealed record TrustCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    internal ConditionOperator Parsed { get; } = ConditionOperator.Parse(Operator);

    internal bool IsFor(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>The start of a sentence about an operator that IAM does not know.</summary>
    internal string Misspelt
    {
        get
        {
            var meant = ConditionOperator.Suggest(Operator);
            return $"the operator '{Operator}' is not a condition operator of IAM{(meant is null ? "" : $" (did you mean '{meant}'?)")}";
        }
    }

    /// <summary>Operator, key and values in one line.</summary>
    public override string ToString() => $"{Operator} {Key} {string.Join(" or ", Values.Select(value => $"'{value}'"))}";
}
