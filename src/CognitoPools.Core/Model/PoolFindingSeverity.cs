namespace CognitoPools;

/// <summary>The severity of a finding.</summary>
public enum PoolFindingSeverity
{
    /// <summary>Information.</summary>
    Info,

    /// <summary>A configuration that is worth cleaning up.</summary>
    Low,

    /// <summary>A safeguard is missing, or users cannot sign in.</summary>
    Medium,

    /// <summary>One step away from critical, or users can get a role that is not intended for them.</summary>
    High,

    /// <summary>An outsider can get more than a guest should, right now.</summary>
    Critical,
}
