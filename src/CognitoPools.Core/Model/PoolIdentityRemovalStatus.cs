namespace CognitoPools;

/// <summary>The result of removing an identity.</summary>
public enum PoolIdentityRemovalStatus
{
    /// <summary>The service removed the identity. It reports the same for an id that does not exist.</summary>
    Removed,

    /// <summary>The identity still exists.</summary>
    Failed,

    /// <summary>The answer was lost or the work was stopped, so the result is unknown. It is safe to remove the
    /// identity again.</summary>
    Unknown,
}
