using CognitoPools.Roles;
using CognitoPools.Sandbox.Identities;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>A login with a valid token.</summary>
/// <param name="Provider">The pool's provider.</param>
/// <param name="Subject">The user.</param>
/// <param name="Claims">The token's claims.</param>
internal sealed record VerifiedLogin(PoolIdentityProvider Provider, string Subject, SignInClaims Claims)
{
    public Login Login { get; } = new(Provider.LoginKey, Subject);

    /// <summary>The claim amr of an identity's token: the provider and the user.</summary>
    public static IReadOnlyList<string> Amr(IReadOnlyList<VerifiedLogin> logins) =>
        logins.Count == 0 ? [
            TrustRequest.Unauthenticated,
        ] : [TrustRequest.Authenticated, .. logins.SelectMany(login => new[] { login.Provider.LoginKey, login.User })];

    private string User =>
        Provider.Type == ProviderType.CognitoUserPool
            ? $"{Provider.Name}:CognitoSignIn:{Subject}"
            : $"{Provider.Name}:OIDC:{Subject}";
}
