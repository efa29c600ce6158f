namespace CognitoPools;

/// <summary>The kind of user of an identity or a role.</summary>
public enum PoolIdentityType
{
    /// <summary>Unauthenticated: an identity without logins. This includes a user whose logins were all
    /// removed.</summary>
    Guest,

    /// <summary>Signed in with at least one provider.</summary>
    Authenticated,
}
