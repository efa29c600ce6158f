namespace CognitoPools;

/// <summary>The result of a check.</summary>
public enum PoolFindingStatus
{
    /// <summary>The check found something.</summary>
    Found,

    /// <summary>The check could not run, because it could not read something.</summary>
    NotChecked,

    /// <summary>A suppression accepts the finding.</summary>
    Suppressed,

    /// <summary>The check found nothing.</summary>
    Passed,
}
