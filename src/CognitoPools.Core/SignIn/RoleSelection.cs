namespace CognitoPools.SignIn;

/// <summary>Why a sign-in gets no role.</summary>
public enum RoleDenial
{
    /// <summary>It gets a role.</summary>
    None,

    /// <summary>The user is a guest, and the pool's guest access is off.</summary>
    GuestAccessOff,

    /// <summary>The pool has no role for this user.</summary>
    NoRole,

    /// <summary>No rule matches or the token does not name a single role, and the role resolution is Deny.</summary>
    Ambiguous,

    /// <summary>The user cannot get the requested role.</summary>
    CustomRole,
}

/// <summary>The role that a sign-in gets, and how it was chosen.</summary>
/// <param name="Role">The role's ARN, or null.</param>
/// <param name="Denial">Why there is no role.</param>
/// <param name="Reason">How the role was chosen or why it was denied, in a sentence.</param>
/// <param name="Provider">The provider whose role setting determined the role, or null.</param>
public sealed record RoleSelection(string? Role, RoleDenial Denial, string Reason, PoolIdentityProvider? Provider)
{
    /// <summary>The rule that matched, or null.</summary>
    public PoolRoleRule? Rule { get; init; }

    /// <summary>The earlier rules that did not match, each with the reason.</summary>
    public IReadOnlyList<string> PassedOver { get; init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The assumptions behind the choice, where the service's documentation leaves something open.</summary>
    public IReadOnlyList<string> Assumptions { get; init => field = Collections.Readable(value); } = ReadableList<string>.Empty;
}
