namespace CognitoPools.Pools.Plans;

/// <summary>What a run learns from one step. The step itself keeps nothing, so that a plan can be run again.</summary>
internal sealed class StepRecord(PlanStep step)
{
    public PlanStep Step { get; } = step;

    /// <summary>The change on its way; null while nothing of it can have taken effect.</summary>
    public SentChange? Change { get; private set; }

    public StepOutcome Outcome { get; set; }

    /// <summary>What is left when the step is not done: what a removal did not remove. Null for other steps.</summary>
    public PlanLeftover? LeftWhenNotDone { get; set; }

    /// <summary>To be called right before a request is sent that may take effect without an answer.</summary>
    public void Sending(SentChange change) => Change = change;

    /// <summary>The service refused the request, which will be sent again.</summary>
    public void Refused() => Change = null;
}
