namespace CognitoPools;

/// <summary>How grave a finding of the audit is.</summary>
public enum PoolFindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A matter of order.</summary>
    Low,

    /// <summary>A safeguard is missing, or users cannot sign in.</summary>
    Medium,

    /// <summary>One step away from a hole, or users reach a role that is not meant for them.</summary>
    High,

    /// <summary>An outsider gets more than a guest should, now.</summary>
    Critical,
}
