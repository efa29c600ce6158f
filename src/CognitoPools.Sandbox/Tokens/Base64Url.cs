using System.Text;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>Base 64 as tokens have it: two other letters, and nothing at the end.</summary>
internal static class Base64Url
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>The text, or null when there is none in it.</summary>
    public static string? Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
