using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>Creates the tokens of a pool's providers.</summary>
internal static class ProviderTokens
{
    private const string SamlClaims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /// <param name="provider">The provider.</param>
    /// <param name="terms">Its issuer and audiences.</param>
    /// <param name="options">The content of the token.</param>
    /// <param name="now">The current time of the sandbox's clock.</param>
    /// <param name="key">The account's key.</param>
    /// <exception cref="ArgumentException">The provider has no audience, or a claim cannot be JSON.</exception>
    public static string Write(
        PoolIdentityProvider provider, TokenTerms terms,
        SandboxTokenOptions options, DateTimeOffset now, SigningKey key)
    {
        var audience = options.Audience ?? terms.Audiences?.FirstOrDefault()
            ?? throw new ArgumentException(
                $"Provider {provider.Name} has no client id in the sandbox's IAM, so none of its tokens would be accepted. "
                    + "Add the provider with client ids, or specify an audience.",
                nameof(options));
        var subject = options.Subject ?? Guid.NewGuid().ToString();
        var issued = options.IssuedAt ?? now;
        var claims = new JsonObject
        {
            ["iss"] = options.Issuer ?? terms.Issuer,
            ["aud"] = audience,
            ["sub"] = subject,
            ["iat"] = EpochTime.Whole(issued),
            ["exp"] = EpochTime.Whole(issued + options.Lifetime),
        };
        foreach (var (name, value) in Usual(provider.Type, subject, issued))
            claims[name] = value;
        foreach (var claim in options.Claims)
        {
            claims.Remove(claim.Key);
            if (claim.Value is not null)
                claims[claim.Key] = Node(claim.Key, claim.Value);
        }

        return Jwt.Write(claims, options.IsUnsigned ? null : key);
    }

    /// <summary>The other claims that the tokens of this kind of provider always have.</summary>
    private static IEnumerable<(string Name, JsonNode Value)> Usual(
        ProviderType type, string subject, DateTimeOffset issued) => type switch
        {
            ProviderType.CognitoUserPool =>
                [("token_use", "id"), ("auth_time", EpochTime.Whole(issued)), ("cognito:username", subject)],
            ProviderType.Amazon => [("user_id", subject)],
            ProviderType.Saml => [(SamlClaims + "nameidentifier", subject), (SamlClaims + "name", subject)],
            _ => [],
        };

    private static JsonNode? Node(string name, object value)
    {
        try
        {
            return value is JsonNode node ? node.DeepClone() : JsonSerializer.SerializeToNode(value, value.GetType());
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new ArgumentException(
                $"Claim '{name}' has the type {value.GetType()}, which cannot be converted to JSON.",
                "options", exception);
        }
    }
}
