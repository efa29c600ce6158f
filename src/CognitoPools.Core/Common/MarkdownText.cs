using System.Globalization;
using System.Text;

namespace CognitoPools;

/// <summary>Writes foreign text into Markdown, so that it is never interpreted as Markdown or HTML.</summary>
internal static class MarkdownText
{
    /// <summary>A value as code, or a word for null and for empty text.</summary>
    /// <param name="value">Any text.</param>
    public static string Quoted(string? value) => value switch
    {
        null => "(none)",
        "" => "(empty)",
        // The text cannot end the code span, so it needs no escaping in it.
        _ when value.All(IsPlain) && value[0] != ' ' && value[value.Length - 1] != ' ' => $"`{value}`",
        _ => $"<code>{Escaped(value)}</code>",
    };

    private static bool IsPlain(char character) =>
        !char.IsControl(character) && !char.IsSurrogate(character) && character is not ('`' or '|' or '\\' or '\u2028' or '\u2029')
            && char.GetUnicodeCategory(character) != UnicodeCategory.Format;

    /// <summary>A sentence in one line. Only characters with a meaning in Markdown or HTML are escaped, so that the source stays
    /// readable.</summary>
    /// <param name="value">Any text.</param>
    public static string Prose(string value) => Escaped(value, (character, index) => character switch
    {
        ' ' or ',' or ';' or '\'' or '"' or '(' or ')' or '%' or '=' or '?' => true,
        // A colon before slashes, and a dot after www, would create a link.
        ':' => index + 1 >= value.Length || value[index + 1] != '/',
        '.' => index == 0 || char.ToLowerInvariant(value[index - 1]) != 'w',
        '/' => index == 0 || value[index - 1] is not (':' or '/'),
        '-' => index > 0 && char.IsLetterOrDigit(value[index - 1]),
        _ => false,
    });

    /// <summary>A text that is neither Markdown nor HTML, in one line.</summary>
    /// <param name="value">Any text.</param>
    public static string Escaped(string value) => Escaped(value, (_, _) => false);

    private static string Escaped(string value, Func<char, int, bool> isHarmless)
    {
        var text = new StringBuilder(value.Length * 2);
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (char.IsSurrogatePair(value, index))
            {
                text.Append(character).Append(value[++index]);
            }
            else if (char.IsLetterOrDigit(character) || isHarmless(character, index))
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
