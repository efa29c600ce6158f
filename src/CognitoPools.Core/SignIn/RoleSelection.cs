namespace CognitoPools.SignIn;

/// <summary>Why a sign-in gets no role.</summary>
public enum RoleDenial
{
    /// <summary>It gets one.</summary>
    None,

    /// <summary>A guest, while the pool's guest access is off.</summary>
    GuestAccessOff,

    /// <summary>The pool has no role for this user.</summary>
    NoRole,

    /// <summary>No rule fits, or the token names no single role, and the role resolution denies.</summary>
    Ambiguous,

    /// <summary>The role that the caller asks for is none that the user may get.</summary>
    CustomRole,
}

/// <summary>The role that a sign-in gets, and how it was chosen.</summary>
/// <param name="Role">The role's ARN, or null.</param>
/// <param name="Denial">Why there is none.</param>
/// <param name="Reason">How it was chosen or why it was denied, in a sentence.</param>
/// <param name="Provider">The provider whose setting decided, or null.</param>
public sealed record RoleSelection(string? Role, RoleDenial Denial, string Reason, PoolIdentityProvider? Provider)
{
    /// <summary>The rule that fitted, or null.</summary>
    public PoolRoleRule? Rule { get; init; }

    /// <summary>The rules that were tried before and did not fit, each with the reason.</summary>
    public IReadOnlyList<string> PassedOver { get; init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The readings of the service's documentation that the choice relied on where it leaves something open.</summary>
    public IReadOnlyList<string> Assumptions { get; init => field = Collections.Readable(value); } = ReadableList<string>.Empty;
}
