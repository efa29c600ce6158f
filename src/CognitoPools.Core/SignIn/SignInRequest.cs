namespace CognitoPools.SignIn;

/// <summary>One provider's part of a sign-in.</summary>
/// <param name="Provider">The pool's provider.</param>
/// <param name="Claims">The claims of its token.</param>
public sealed record SignInLogin(PoolIdentityProvider Provider, SignInClaims Claims)
{
    /// <summary>Whether the token's audience could not be checked with IAM.</summary>
    public bool IsAudienceAssumed { get; init; }
}

/// <summary>The parts of a sign-in that determine the role.</summary>
/// <param name="Logins">The providers that the user signed in with; none for a guest.</param>
/// <param name="CustomRole">The ARN of the requested role, or null.</param>
public sealed record SignInRequest(IReadOnlyList<SignInLogin> Logins, string? CustomRole = null)
{
    /// <summary>A guest.</summary>
    public static SignInRequest Guest { get; } = new([]);

    /// <summary>The kind of user whose role is chosen.</summary>
    public PoolIdentityType IdentityType => Logins.Count == 0 ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;
}
