namespace CognitoPools;

/// <summary>Whether an identity pool that a trust policy names exists.</summary>
public enum TrustedPoolState
{
    /// <summary>The pools of its Region could not be listed.</summary>
    Unknown,

    /// <summary>It is a pool of this account.</summary>
    Exists,

    /// <summary>This account has no such pool: it was deleted or belongs to another account. AWS does not reveal
    /// which.</summary>
    NotInAccount,

    /// <summary>The trust policy names a pattern instead of a pool, or nothing binds it to a pool.</summary>
    Pattern,
}
