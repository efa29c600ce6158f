namespace CognitoPools;

/// <summary>What happens when no rule matches or the token does not name a single role.</summary>
public enum RoleResolution
{
    /// <summary>The user gets the pool's authenticated role.</summary>
    AuthenticatedRole,

    /// <summary>The request for credentials is denied.</summary>
    Deny,
}
