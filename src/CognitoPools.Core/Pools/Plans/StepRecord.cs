namespace CognitoPools.Pools.Plans;

/// <summary>What a run learns from one step. The step itself keeps nothing, so that a plan can be run again.</summary>
internal sealed class StepRecord(PlanStep step)
{
    public PlanStep Step { get; } = step;

    /// <summary>How the step is undone; null while nothing of it can have taken effect.</summary>
    public StepUndo? Undo { get; set; }
}
