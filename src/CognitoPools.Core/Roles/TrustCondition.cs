namespace CognitoPools.Roles;

/// <summary>One condition of a statement: an operator, a key and the values of which one must fit.</summary>
/// <param name="Operator">The operator as the policy has it, such as <c>ForAnyValue:StringLike</c>.</param>
/// <param name="Key">The condition key as the policy has it; keys ignore case.</param>
/// <param name="Values">The values; they do not ignore case unless the operator does.</param>
public sealed record TrustCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    internal ConditionOperator Parsed { get; } = ConditionOperator.Parse(Operator);

    internal bool IsFor(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with an operator that IAM does not know, the start of a sentence.</summary>
    internal string Misspelt
    {
        get
        {
            var meant = ConditionOperator.Suggest(Operator);
            return $"the operator '{Operator}' is none that IAM knows{(meant is null ? "" : $"; did you mean '{meant}'?")}";
        }
    }

    /// <summary>Operator, key and values in one line.</summary>
    public override string ToString() => $"{Operator} {Key} {string.Join(" or ", Values.Select(value => $"'{value}'"))}";
}
