namespace CognitoPools;

/// <summary>Text in PowerShell syntax.</summary>
internal static class PowerShellText
{
    // PowerShell treats the typographic forms of the quote like the plain one.
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>A text in single quotes, in which nothing is expanded.</summary>
    /// <param name="text">The text.</param>
    public static string Quoted(string text) =>
        $"'{string.Concat(text.Select(letter => new string(letter, Quotes.IndexOf(letter) < 0 ? 1 : 2)))}'";
}
