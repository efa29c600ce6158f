namespace CognitoPools.Completion;

/// <summary>Completes the variables that contain a plan.</summary>
internal sealed class PlanCompleter : VariableCompleter
{
    private protected override string? Meaning(object? value) => value switch
    {
        PoolPlan plan => $"The plan for {plan.IdentityPool}",
        object[] { Length: > 0 } list when Array.TrueForAll(list, item => Binding.Unwrapped.Object(item) is PoolPlan) => "A list of plans",
        _ => null,
    };
}
