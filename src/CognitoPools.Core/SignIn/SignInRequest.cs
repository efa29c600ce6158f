namespace CognitoPools.SignIn;

/// <summary>One provider's part of a sign-in.</summary>
/// <param name="Provider">The pool's provider.</param>
/// <param name="Claims">The claims of its token.</param>
public sealed record SignInLogin(PoolIdentityProvider Provider, SignInClaims Claims)
{
    /// <summary>Whether the token is for an audience that IAM could not be asked about.</summary>
    public bool IsAudienceAssumed { get; init; }
}

/// <summary>A sign-in, as far as the choice of a role looks at it.</summary>
/// <param name="Logins">The providers signed in with; none for a guest.</param>
/// <param name="CustomRole">The ARN of the role that the caller asks for, or null.</param>
public sealed record SignInRequest(IReadOnlyList<SignInLogin> Logins, string? CustomRole = null)
{
    /// <summary>A guest.</summary>
    public static SignInRequest Guest { get; } = new([]);

    /// <summary>Whose role is chosen.</summary>
    public PoolIdentityType IdentityType => Logins.Count == 0 ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;
}
