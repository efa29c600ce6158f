namespace CognitoPools.Audit.Model;

/// <summary>Where a pool uses a role.</summary>
/// <param name="Kind">How.</param>
/// <param name="Provider">The provider of the rule, or whose tokens name the role; null for the default roles.</param>
/// <param name="Rule">The number of the rule, from 1; 0 otherwise.</param>
internal sealed record RoleUse(RoleUseKind Kind, PoolIdentityProvider? Provider = null, int Rule = 0);

/// <summary>How a pool uses a role.</summary>
internal enum RoleUseKind
{
    /// <summary>Guests get it.</summary>
    Guest,

    /// <summary>Authenticated users get it by default.</summary>
    Authenticated,

    /// <summary>A rule gives it.</summary>
    Rule,

    /// <summary>The group of a user pool gives it, as the facts of the user pool say.</summary>
    Token,
}
