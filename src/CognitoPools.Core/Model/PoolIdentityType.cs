namespace CognitoPools;

/// <summary>Whose identity, or whose role, it is.</summary>
public enum PoolIdentityType
{
    /// <summary>Unauthenticated: no login, a fully unlinked user included.</summary>
    Guest,

    /// <summary>Signed in with at least one provider.</summary>
    Authenticated,
}
