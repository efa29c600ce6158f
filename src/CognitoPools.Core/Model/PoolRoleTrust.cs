namespace CognitoPools;

/// <summary>Whether the trust policy of a role accepts a pool's users.</summary>
public enum PoolRoleTrust
{
    /// <summary>The trust policy could not be read or understood.</summary>
    Unknown,

    /// <summary>It accepts them.</summary>
    Trusted,

    /// <summary>It refuses them.</summary>
    NotTrusted,

    /// <summary>It depends on a condition that only AWS can decide, such as a request tag, an address or a date.</summary>
    Conditional,
}
