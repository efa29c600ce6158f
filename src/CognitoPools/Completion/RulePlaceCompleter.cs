namespace CognitoPools.Completion;

/// <summary>Completes the places where a rule can be inserted.</summary>
internal sealed class RulePlaceCompleter : RuleNumberCompleter
{
    private protected override IEnumerable<string> Numbers(IReadOnlyList<PoolRoleRule> rules) =>
        rules.Select(rule => $"before {rule}").Append("after the last rule");
}
