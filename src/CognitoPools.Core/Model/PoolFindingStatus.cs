namespace CognitoPools;

/// <summary>What became of a check.</summary>
public enum PoolFindingStatus
{
    /// <summary>It found something.</summary>
    Found,

    /// <summary>It could not read what it needs.</summary>
    NotChecked,

    /// <summary>It found something that a suppression accepts.</summary>
    Suppressed,

    /// <summary>It found nothing.</summary>
    Passed,
}
