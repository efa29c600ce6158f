using System.Text.Json;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Tokens;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>Checks the tokens of a sign-in against the pool's providers.</summary>
internal sealed class LoginTokens(CallContext context, IdentityPool pool)
{
    private readonly IamStore iam = context.Iam;

    /// <summary>The tokens of an input's Logins; none for a guest.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> In(JsonElement input) =>
        input.Has("Logins", out var logins) ? [
            .. logins.EnumerateObject().Select(login => new KeyValuePair<string, string>(login.Name, login.Value.GetString()!)),
        ] : [];

    /// <exception cref="ServiceError">A token is not acceptable.</exception>
    public IReadOnlyList<VerifiedLogin> Verify(
        IEnumerable<KeyValuePair<string, string>> logins) => [.. logins.Select(login => Verify(login.Key, login.Value))];

    private VerifiedLogin Verify(string key, string token)
    {
        if (pool.Providers.Count == 0)
            throw SignInErrors.LoginsDoNotMatch;
        var providers = pool.Providers.Where(provider => provider.Type != ProviderType.Developer
            && provider.LoginKey == key).ToList();
        var claims = Decode(token) ?? throw (providers.Count == 0 ? SignInErrors.UnsupportedProvider : SignInErrors.NotAToken);
        var issuer = Required(claims, "iss");
        if (issuer == IdentityToken.IssuerOf(context.Partition))
            throw SignInErrors.CognitoToken;
        // The issuer is held against the key first: a mistyped key is told so and not as an unknown provider.
        if (providers.Count == 0)
            throw (OidcIssuer.Fits(issuer, key) ? SignInErrors.UnsupportedProvider : SignInErrors.WrongIssuer);
        if (!TokenTerms.Of(providers[0], iam).IsIssuer(issuer))
            throw SignInErrors.WrongIssuer;
        if (Jwt.Check(token, context.ProviderKey) == JwtSignature.Wrong)
            throw SignInErrors.WrongSignature;

        Required(claims, "aud");
        var subject = Required(claims, "sub");
        var end = new JwtToken(claims).Expiration ?? throw SignInErrors.MissingClaim("exp");
        var provider = providers.Find(candidate => TokenTerms.Of(candidate, iam).Audiences
            .Intersect(claims["aud"]!.Values, StringComparer.Ordinal)
            .Any());
        if (provider is null)
        {
            throw (providers[0].Type == ProviderType.CognitoUserPool
                ? SignInErrors.UnsupportedProvider
                : SignInErrors.WrongAudience);
        }
        if (context.Now >= end)
            throw SignInErrors.Expired(context.Now, end);
        return new VerifiedLogin(provider, subject, claims);
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

    private static string Required(SignInClaims claims, string name) =>
        claims[name]?.Values.FirstOrDefault() is { Length: > 0 } value ? value : throw SignInErrors.MissingClaim(name);
}
