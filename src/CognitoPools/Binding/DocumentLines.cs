using CognitoPools.Documents;

namespace CognitoPools.Binding;

/// <summary>Gathers documents that arrive whole or, from Get-Content, line by line. Lines belong together until they form
/// JSON.</summary>
internal sealed class DocumentLines
{
    private readonly List<string> open = [];

    /// <summary>Whether a document has begun and not ended.</summary>
    public bool IsOpen => open.Count > 0;

    /// <summary>Whether a text is a document or the first line of one, and not a path.</summary>
    /// <param name="text">The input of a pipeline.</param>
    public static bool Begins(string text)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start is ['{' or '[', ..] or ['/', '/' or '*', ..];
    }

    /// <summary>Adds a document or a line of one.</summary>
    /// <param name="text">The input of a pipeline.</param>
    /// <returns>The document when this was the end of it; null otherwise.</returns>
    public string? Add(string text)
    {
        if (!IsOpen && string.IsNullOrWhiteSpace(text))
            return null;
        open.Add(text);
        return text.TrimEnd() is [.., '}' or ']'] or [.., '*', '/'] && IsWhole() ? Take() : null;
    }

    /// <summary>The document that has begun and not ended.</summary>
    public string Take()
    {
        var text = string.Join("\n", open);
        open.Clear();
        return text;
    }

    private bool IsWhole()
    {
        try
        {
            DocumentElement.Parse(string.Join("\n", open));
            return true;
        }
        catch (DocumentFormatException exception)
        {
            // More lines cannot repair text that is JSON but not a document.
            return exception.Place.StartsWith("$", StringComparison.Ordinal);
        }
    }
}
