using System.Text.Json;
using CognitoPools.Sandbox.Tokens;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>Checks the tokens of a sign-in against the pool's providers.</summary>
internal sealed class LoginTokens(CallContext context, IdentityPool pool)
{
    private readonly TokenCheck check = new(pool, provider => ProviderTerms.Of(provider, context.Iam));

    /// <summary>The tokens in the Logins of an input; none for a guest.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> In(JsonElement input) =>
        input.Has("Logins", out var logins) ? [
            .. logins.EnumerateObject().Select(login => new KeyValuePair<string, string>(login.Name, login.Value.GetString()!)),
        ] : [];

    /// <exception cref="ServiceError">A token is not valid.</exception>
    public IReadOnlyList<VerifiedLogin> Verify(
        IEnumerable<KeyValuePair<string, string>> logins) => [.. logins.Select(login => Verify(login.Key, login.Value))];

    private VerifiedLogin Verify(string key, string token)
    {
        if (key == pool.DeveloperProviderName)
            throw SignInErrors.NotPublic;
        if (pool.Providers.Count == 0)
            throw SignInErrors.LoginsDoNotMatch;
        var claims = Decode(token)
            ?? throw (pool.Providers.Any(provider => provider.LoginKey == key)
                ? SignInErrors.NotAToken
                : SignInErrors.UnsupportedProvider);
        Refuse(check.OfIssuer(key, claims));
        if (Jwt.Check(token, context.ProviderKey) == JwtSignature.Wrong)
            throw SignInErrors.WrongSignature;
        Refuse(check.OfApplication(key, claims, out var providers));
        var known = new JwtToken(claims);
        if (context.Now >= known.Expiration!.Value)
            throw SignInErrors.Expired(context.Now, known.Expiration.Value);
        return new VerifiedLogin(providers[0], known.Subject!, claims);
    }

    private static void Refuse(TokenRefusal? refusal)
    {
        if (refusal is not null)
            throw SignInErrors.Of(refusal);
    }

    private static SignInClaims? Decode(string token)
    {
        try
        {
            return JwtToken.Decode(token).Claims;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
