using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The token of a developer identity, which replaces its logins in the enhanced flow.</summary>
internal static class DeveloperToken
{
    /// <summary>The claim amr of a developer user: the provider and the user.</summary>
    public static IReadOnlyList<string> Amr(
        string poolId,
        Login user) => [Roles.TrustRequest.Authenticated, user.Provider, $"{user.Provider}:{poolId}:{user.Subject}"];

    /// <exception cref="ServiceError">The token is for another identity, has expired, or its user was unlinked.</exception>
    public static IdentityToken Check(SignInCall call, IReadOnlyList<KeyValuePair<string, string>> tokens)
    {
        if (tokens.Count > 1)
            throw SignInErrors.CognitoToken;
        var token = IdentityToken.Read(call.Context, tokens[0].Value) ?? throw SignInErrors.NotACognitoToken;
        if (call.Context.Now >= token.Expiration)
            throw SignInErrors.Expired(call.Context.Now, token.Expiration);
        if (token.IdentityId != call.IdentityId)
            throw SignInErrors.LoginsDoNotMatch;
        var users = call.Identities.LinksOf(call.Identity.Position).Where(link => link.Login.IsDeveloper);
        return users.Any(link => Amr(call.Pool.Id, link.Login).All(value => token.Amr.Contains(value, StringComparer.Ordinal)))
            ? token
            : throw SignInErrors.LoginsDoNotMatch;
    }
}
