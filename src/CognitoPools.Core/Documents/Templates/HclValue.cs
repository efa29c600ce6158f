using System.Globalization;
using System.Text;

namespace CognitoPools.Documents.Templates;

/// <summary>A value in the Terraform language, in the format of <c>terraform fmt</c>.</summary>
/// <param name="Lines">The lines. All lines except the first include their indentation.</param>
internal sealed record HclValue(IReadOnlyList<string> Lines)
{
    private const string Indent = "  ";

    /// <summary>An expression of one line.</summary>
    /// <param name="text">The expression.</param>
    public static HclValue Expression(string text) => new([text]);

    /// <summary>A Boolean value.</summary>
    /// <param name="value">The value.</param>
    public static HclValue Flag(bool value) => Expression(value ? "true" : "false");

    /// <summary>A whole number.</summary>
    /// <param name="value">The value.</param>
    public static HclValue Number(int value) => Expression(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Literal text.</summary>
    /// <param name="text">The text.</param>
    public static HclValue Text(string text) => Expression(Quoted(text));

    /// <summary>A list.</summary>
    /// <param name="items">The items.</param>
    public static HclValue List(IReadOnlyList<HclValue> items)
    {
        if (items.Count == 0)
            return Expression("[]");
        if (items.Count == 1 && items[0].Lines.Count == 1)
            return Expression($"[{items[0].Lines[0]}]");
        var lines = new List<string> { "[" };
        foreach (var item in items)
        {
            for (var index = 0; index < item.Lines.Count; index++)
                lines.Add(Indent + item.Lines[index] + (index == item.Lines.Count - 1 ? "," : ""));
        }
        return new HclValue([.. lines, "]"]);
    }

    /// <summary>An object.</summary>
    /// <param name="members">The names, with quotes if required, and the values.</param>
    public static HclValue Object(IReadOnlyList<(string Name, HclValue Value)> members) => members.Count == 0
        ? Expression("{}")
        : new HclValue(["{", .. Attributes(members).Select(line => Indent + line), "}"]);

    /// <summary>A call of a function with one argument.</summary>
    /// <param name="function">The name of the function.</param>
    /// <param name="argument">The argument.</param>
    public static HclValue Call(string function, HclValue argument)
    {
        string[] lines = [.. argument.Lines];
        lines[0] = $"{function}({lines[0]}";
        lines[lines.Length - 1] += ")";
        return new HclValue(lines);
    }

    /// <summary>The lines of attributes, with aligned equals signs of adjacent one-line attributes.</summary>
    /// <param name="members">The names, with quotes if required, and the values.</param>
    public static IEnumerable<string> Attributes(IReadOnlyList<(string Name, HclValue Value)> members)
    {
        for (var start = 0; start < members.Count;)
        {
            var end = start;
            while (end < members.Count && members[end].Value.Lines.Count == 1)
                end++;
            var width = members.Skip(start).Take(end - start).Select(member => member.Name.Length).DefaultIfEmpty().Max();
            for (; start < end; start++)
                yield return $"{members[start].Name.PadRight(width)} = {members[start].Value.Lines[0]}";
            if (start == members.Count)
                yield break;
            yield return $"{members[start].Name} = {members[start].Value.Lines[0]}";
            foreach (var line in members[start].Value.Lines.Skip(1))
                yield return line;
            start++;
        }
    }

    /// <summary>A text in quotes.</summary>
    /// <param name="text">The text.</param>
    public static string Quoted(string text) => $"\"{Escaped(text)}\"";

    /// <summary>Escapes literal text for use in quotes.</summary>
    /// <param name="text">The text.</param>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var startsTemplate = character is '$' or '%' && index + 1 < text.Length && text[index + 1] == '{';
            escaped.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when startsTemplate => $"{character}{character}",
                _ when char.IsControl(character) => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }
        return escaped.ToString();
    }
}
