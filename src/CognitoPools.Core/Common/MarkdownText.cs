using System.Globalization;
using System.Text;

namespace CognitoPools;

/// <summary>Text of others within Markdown: it is shown, and never read as Markdown or HTML.</summary>
internal static class MarkdownText
{
    /// <summary>A value as code; of null and of the empty text a word that says so.</summary>
    /// <param name="value">Any text.</param>
    public static string Quoted(string? value) => value switch
    {
        null => "(none)",
        "" => "(empty)",
        // Within a code span, which nothing of it can end, the text is what it is.
        _ when value.All(IsPlain) && value[0] != ' ' && value[value.Length - 1] != ' ' => $"`{value}`",
        _ => $"<code>{Escaped(value)}</code>",
    };

    private static bool IsPlain(char character) =>
        !char.IsControl(character) && !char.IsSurrogate(character) && character is not ('`' or '|' or '\\' or '\u2028' or '\u2029')
            && char.GetUnicodeCategory(character) != UnicodeCategory.Format;

    /// <summary>A text that is neither Markdown nor HTML, in one line.</summary>
    /// <param name="value">Any text.</param>
    public static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length * 2);
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (char.IsSurrogatePair(value, index))
            {
                text.Append(character).Append(value[++index]);
            }
            else if (char.IsLetterOrDigit(character))
            {
                text.Append(character);
            }
            else if (character == '\n')
            {
                text.Append("&#8629;");
            }
            else if (char.IsControl(character) || char.IsSurrogate(character)
                || char.GetUnicodeCategory(character) == UnicodeCategory.Format || character is '\u2028' or '\u2029')
            {
                text.Append("&#92;u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append("&#").Append(((int)character).ToString(CultureInfo.InvariantCulture)).Append(';');
            }
        }
        return text.ToString();
    }
}
