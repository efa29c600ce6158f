using System.Text.RegularExpressions;

namespace CognitoPools;

/// <summary>The rules of STS for session tags. Every principal tag becomes a session tag.</summary>
/// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html</remarks>
internal static class SessionTag
{
    /// <summary>The characters that are allowed in keys and values, in words.</summary>
    public const string Characters = "letters, digits, spaces and _ . : / = + - @";

    private static readonly Regex Form = new(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a text can be a tag's key.</summary>
    /// <param name="text">The text.</param>
    public static bool IsKey(string text) => text.Length is > 0 and <= 128 && Form.IsMatch(text)
        && !text.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text can be a tag's value.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValue(string text) => text.Length <= 256 && Form.IsMatch(text);
}
