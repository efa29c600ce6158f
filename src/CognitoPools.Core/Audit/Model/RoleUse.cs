namespace CognitoPools.Audit.Model;

/// <summary>Where a pool uses a role.</summary>
/// <param name="Kind">The kind of use.</param>
/// <param name="Provider">The provider with the rule, or with the tokens that name the role; null for the default roles.</param>
/// <param name="Rule">The number of the rule, from 1; 0 otherwise.</param>
internal sealed record RoleUse(RoleUseKind Kind, PoolIdentityProvider? Provider = null, int Rule = 0);

/// <summary>How a pool uses a role.</summary>
internal enum RoleUseKind
{
    /// <summary>Guests get it.</summary>
    Guest,

    /// <summary>Authenticated users get it by default.</summary>
    Authenticated,

    /// <summary>A rule assigns it.</summary>
    Rule,

    /// <summary>A group of a user pool assigns it, according to the facts about the user pool.</summary>
    Token,
}
