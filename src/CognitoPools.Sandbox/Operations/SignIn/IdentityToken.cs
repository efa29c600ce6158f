using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Account;
using CognitoPools.Roles;
using CognitoPools.Sandbox.Tokens;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The token of an identity. GetOpenIdToken and GetOpenIdTokenForDeveloperIdentity issue it, and STS accepts
/// it.</summary>
/// <param name="PoolId">The claim aud.</param>
/// <param name="IdentityId">The claim sub.</param>
/// <param name="Amr">The claim amr.</param>
internal sealed record IdentityToken(string PoolId, string IdentityId, IReadOnlyList<string> Amr)
{
    private const string PoolArnClaim = "https://cognito-identity.amazonaws.com/identity-pool-arn";
    private const string TagsClaim = "https://aws.amazon.com/tags";
    private const string PrincipalTagsMember = "principal_tags";

    /// <summary>The principal tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>When the token expires.</summary>
    public DateTimeOffset Expiration { get; init; }

    public static string IssuerOf(AwsPartition partition) => $"https://{partition.CognitoPrincipal}";

    /// <summary>Whether a key of Logins is for such a token.</summary>
    public static bool IsLoginKey(AwsPartition partition, string key) =>
        key == partition.DeveloperLoginKey || key == partition.CognitoPrincipal;

    public string Write(CallContext context)
    {
        var claims = new JsonObject
        {
            ["sub"] = IdentityId,
            ["aud"] = PoolId,
            ["amr"] = new JsonArray([.. Amr.Select(value => JsonValue.Create(value))]),
            ["iss"] = IssuerOf(context.Partition),
            [PoolArnClaim] = context.Partition.Arn(
                "cognito-identity", context.Region, context.AccountId, $"identitypool/{PoolId}"),
            ["exp"] = EpochTime.Whole(Expiration),
            ["iat"] = EpochTime.Whole(context.Now),
        };
        if (Tags.Count > 0)
        {
            claims[TagsClaim] = new JsonObject
            {
                [PrincipalTagsMember] = new JsonObject(Tags.Select(
                    tag => new KeyValuePair<string, JsonNode?>(tag.Key, new JsonArray(JsonValue.Create(tag.Value))))),
            };
        }

        return Jwt.Write(claims, context.Key);
    }

    /// <summary>Reads a token that this account issued, or returns null for any other. Whether the token has expired is not
    /// checked.</summary>
    public static IdentityToken? Read(CallContext context, string token)
    {
        if (Jwt.Check(token, context.Key) != JwtSignature.Valid)
            return null;
        var decoded = JwtToken.Decode(token);
        if (decoded.Issuer != IssuerOf(context.Partition))
            return null;
        return new IdentityToken(decoded.Audience[0], decoded.Subject!, decoded.Claims["amr"]!.Values)
        {
            Tags = TagsOf(decoded.Claims),
            Expiration = decoded.Expiration!.Value,
        };
    }

    /// <summary>The request that a role's trust policy evaluates for the token.</summary>
    public TrustRequest Request(AwsPartition partition) =>
        new(partition, PoolId, Amr) { Subject = IdentityId, RequestTags = Tags };

    private static Dictionary<string, string> TagsOf(SignInClaims claims)
    {
        if (claims[TagsClaim] is not { } tags)
            return new Dictionary<string, string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(tags.Values[0]);
        return document.RootElement.GetProperty(PrincipalTagsMember)
            .EnumerateObject()
            .ToDictionary(tag => tag.Name, tag => tag.Value[0].GetString()!, StringComparer.Ordinal);
    }
}
