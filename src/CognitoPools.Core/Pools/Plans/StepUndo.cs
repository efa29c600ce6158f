namespace CognitoPools.Pools.Plans;

/// <summary>How a step is undone that has taken effect, or may have.</summary>
/// <param name="Leftover">What is left when the step cannot be undone.</param>
/// <param name="RunAsync">The calls that undo the step; null when the service has none.</param>
internal sealed record StepUndo(PlanLeftover Leftover, Func<CancellationToken, Task>? RunAsync);
