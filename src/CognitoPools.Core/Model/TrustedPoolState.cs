namespace CognitoPools;

/// <summary>Whether there is an identity pool that a trust policy names.</summary>
public enum TrustedPoolState
{
    /// <summary>The pools of its Region could not be listed.</summary>
    Unknown,

    /// <summary>It is a pool of this account.</summary>
    Exists,

    /// <summary>This account has no such pool: it was deleted, or belongs to another account. AWS does not tell which.</summary>
    NotInAccount,

    /// <summary>The trust policy names no pool but a pattern, or nothing that binds it to a pool.</summary>
    Pattern,
}
