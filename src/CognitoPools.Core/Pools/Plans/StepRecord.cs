namespace CognitoPools.Pools.Plans;

/// <summary>The results of one step in a run. The step itself has no state, so that a plan can be run again.</summary>
internal sealed class StepRecord(PlanStep step)
{
    public PlanStep Step { get; } = step;

    /// <summary>The sent change; null while it cannot have taken effect.</summary>
    public SentChange? Change { get; private set; }

    public StepOutcome Outcome { get; set; }

    /// <summary>What a removal did not remove; null for other steps.</summary>
    public PlanLeftover? LeftWhenNotDone { get; set; }

    /// <summary>Call this right before sending a request, because it may take effect without an answer.</summary>
    public void Sending(SentChange change) => Change = change;

    /// <summary>Records that the service rejected the request, which will be sent again.</summary>
    public void Refused() => Change = null;
}
