namespace CognitoPools;

/// <summary>What happens when no rule fits, or the token names no single role.</summary>
public enum RoleResolution
{
    /// <summary>The pool's authenticated role is taken.</summary>
    AuthenticatedRole,

    /// <summary>The request for credentials is denied.</summary>
    Deny,
}
