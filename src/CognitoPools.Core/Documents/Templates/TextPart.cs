using System.Text;

namespace CognitoPools.Documents.Templates;

/// <summary>A part of a text of a document: literal text, or the name of a placeholder.</summary>
/// <param name="Text">The text or the name.</param>
/// <param name="IsPlaceholder">Whether it is a placeholder.</param>
internal readonly record struct TextPart(string Text, bool IsPlaceholder)
{
    /// <summary>The parts of a text, with adjacent literal parts joined.</summary>
    /// <param name="text">A text of a document, with placeholders.</param>
    /// <param name="names">The values of placeholders without a counterpart in the other format.</param>
    public static IReadOnlyList<TextPart> Of(string text, LiveNames names)
    {
        // Marks the positions of the placeholders with a character that the text does not contain.
        var mark = '\u0001';
        while (text.IndexOf(mark) >= 0)
            mark++;
        var placeholders = new List<string>();
        var marked = DocumentPlaceholders.Resolve(text, name =>
        {
            if (LiveText.PartitionName(name, names) is { } literal)
                return literal;
            placeholders.Add(name);
            return mark.ToString();
        });
        var literals = marked.Split(mark);
        var parts = new List<TextPart>();
        for (var index = 0; index < literals.Length; index++)
        {
            if (index > 0)
                parts.Add(new TextPart(placeholders[index - 1], true));
            if (literals[index].Length > 0)
                parts.Add(new TextPart(literals[index], false));
        }
        return parts;
    }

    /// <summary>Joins the parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="literal">Formats literal text.</param>
    /// <param name="placeholder">Formats the placeholder with a name.</param>
    public static string Join(IEnumerable<TextPart> parts, Func<string, string> literal, Func<string, string> placeholder)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.IsPlaceholder ? placeholder(part.Text) : literal(part.Text));
        return text.ToString();
    }
}
