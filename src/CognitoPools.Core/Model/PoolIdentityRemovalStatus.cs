namespace CognitoPools;

/// <summary>What came of removing an identity.</summary>
public enum PoolIdentityRemovalStatus
{
    /// <summary>The service took it. It says the same of an id that was not there.</summary>
    Removed,

    /// <summary>It is still there.</summary>
    Failed,

    /// <summary>The answer was lost or the work was stopped, so nobody knows. Removing it again does no harm.</summary>
    Unknown,
}
