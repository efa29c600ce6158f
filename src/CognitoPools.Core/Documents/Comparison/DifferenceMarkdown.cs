using System.Globalization;
using System.Text;

namespace CognitoPools.Documents.Comparison;

/// <summary>Writes differences as Markdown for a pull request's comment.</summary>
internal static class DifferenceMarkdown
{
    /// <summary>A heading and a table for each pool. What a pool's author chose is shown and never read as Markdown or HTML.</summary>
    /// <param name="differences">The differences, in their order.</param>
    /// <param name="isComplete">Whether everything was compared.</param>
    public static string Write(IEnumerable<PoolDocumentDifference> differences, bool isComplete = true)
    {
        var text = new StringBuilder();
        foreach (var pool in differences.GroupBy(one => (one.IdentityPool, one.Reference, one.Source)))
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append("## ").Append(Quoted(pool.Key.IdentityPool)).Append("\n\n");
            if (pool.Key.Reference.Length > 0)
                text.Append("Expected by ").Append(Quoted(pool.Key.Reference)).Append(".\n\n");
            text.Append("| Path | Expected | Actual |\n| --- | --- | --- |\n");
            foreach (var one in pool)
            {
                text.Append("| ").Append(Quoted(one.Path)).Append(" | ").Append(Quoted(one.Expected)).Append(" | ")
                    .Append(Quoted(one.Actual)).Append(" |\n");
            }
        }
        if (!isComplete)
            return $"Not everything could be compared; the errors say what.\n{(text.Length == 0 ? "" : "\n")}{text}";
        return text.Length == 0 ? "No differences.\n" : text.ToString();
    }

    private static string Quoted(string? value) => value switch
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

    // Letters, digits and spaces cannot be Markdown. A line break would end the row.
    private static string Escaped(string value)
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
