namespace CognitoPools.Pools.Plans;

/// <summary>What came of a step.</summary>
internal enum StepOutcome
{
    /// <summary>Nothing was sent, the service refused it, or reading shows that it had no effect.</summary>
    NotDone,

    /// <summary>The service confirmed it, or reading shows that it is in effect.</summary>
    Done,

    /// <summary>No answer that counts came, and what is there cannot be read.</summary>
    Unknown,
}
