using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>How a token is signed.</summary>
internal enum JwtSignature
{
    /// <summary>With the account's key.</summary>
    Valid,

    /// <summary>Not signed; the header states the algorithm 'none'.</summary>
    None,

    /// <summary>With another key or another algorithm.</summary>
    Wrong,
}

/// <summary>JSON web tokens signed with HMAC-SHA256, or not at all.</summary>
internal static class Jwt
{
    private const string Signed = "HS256";
    private const string Unsigned = "none";

    public static string Write(JsonObject claims, SigningKey? key)
    {
        var header = new JsonObject { ["alg"] = key is null ? Unsigned : Signed, ["typ"] = "JWT" };
        if (key is not null)
            header["kid"] = "sandbox";
        var text = $"{Base64Url.Encode(header.ToJsonString())}.{Base64Url.Encode(claims.ToJsonString())}";
        return $"{text}.{key?.Sign(text)}";
    }

    public static JwtSignature Check(string token, SigningKey key)
    {
        var parts = token.Trim().Split('.');
        if (parts.Length != 3)
            return JwtSignature.Wrong;
        return Algorithm(parts[0]) switch
        {
            Unsigned when parts[2].Length == 0 => JwtSignature.None,
            Signed when parts[2] == key.Sign($"{parts[0]}.{parts[1]}") => JwtSignature.Valid,
            _ => JwtSignature.Wrong,
        };
    }

    private static string? Algorithm(string header)
    {
        try
        {
            return JsonNode.Parse(Base64Url.Decode(header)) is JsonObject fields
                && fields["alg"] is JsonValue name
                && name.TryGetValue<string>(out var text)
                ? text
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
