namespace CognitoPools.Pools.Plans;

/// <summary>The outcome of a step.</summary>
internal enum StepOutcome
{
    /// <summary>Nothing was sent, the service rejected the step, or reading shows that it had no effect.</summary>
    NotDone,

    /// <summary>The service confirmed it, or reading shows that it is in effect.</summary>
    Done,

    /// <summary>There was no reliable answer, and the current state cannot be read.</summary>
    Unknown,
}
