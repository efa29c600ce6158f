using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CognitoPools.Completion;

/// <summary>The typed part of an argument as a plain prefix: a wildcard in it has no special meaning.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsQuoted">Whether the user began with a quote.</param>
internal sealed record TypedWord(string Text, bool IsQuoted)
{
    // PowerShell reads an unquoted word that begins with a digit as a number, except for a date.
    private static readonly Regex Bare = new(
        @"\A(?:[A-Za-z_/][A-Za-z0-9_./:\-]*|[0-9]{4}-[0-9]{2}-[0-9]{2})\z", RegexOptions.CultureInvariant);

    private static readonly char[] Quotes = ['\'', '"', '‘', '’', '‚', '‛', '“', '”', '„'];

    public static TypedWord Read(string? typed)
    {
        var text = typed ?? "";
        if (text.Length == 0 || Array.IndexOf(Quotes, text[0]) < 0)
            return new TypedWord(text, false);
        var inner = text.Substring(1);
        return new TypedWord(
            inner.Length > 0 && Array.IndexOf(Quotes, inner[inner.Length - 1]) >= 0
                ? inner.Substring(0, inner.Length - 1)
                : inner,
            true);
    }

    /// <summary>Whether a value begins with the word, ignoring case.</summary>
    public bool Begins(string value) => value.StartsWith(Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value as an argument on a command line.</summary>
    public string Write(string value) =>
        !IsQuoted && Bare.IsMatch(value) ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
