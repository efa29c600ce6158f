using System.Text;

namespace CognitoPools.SignIn;

/// <summary>The base64url encoding of tokens: - and _ instead of + and /, without padding.</summary>
public static class Base64Url
{
    /// <summary>Encodes bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Encodes a text as UTF-8.</summary>
    /// <param name="text">The text.</param>
    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>Decodes a UTF-8 text.</summary>
    /// <param name="encoded">The encoded text.</param>
    /// <exception cref="FormatException">The text is not base64url.</exception>
    public static string Decode(string encoded)
    {
        var base64 = encoded.Replace('-', '+').Replace('_', '/');
        return Encoding.UTF8.GetString(Convert.FromBase64String(base64 + new string('=', (4 - base64.Length % 4) % 4)));
    }
}
