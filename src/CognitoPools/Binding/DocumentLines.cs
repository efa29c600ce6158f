using CognitoPools.Documents;

namespace CognitoPools.Binding;

/// <summary>Gathers documents that arrive whole or, as Get-Content gives them, line by line: lines belong together until they are
/// JSON.</summary>
internal sealed class DocumentLines
{
    private readonly List<string> open = [];

    /// <summary>Whether a document has begun and not ended.</summary>
    public bool IsOpen => open.Count > 0;

    /// <summary>Whether a text is a document or the first line of one, and not a path.</summary>
    /// <param name="text">What a pipeline gave.</param>
    public static bool Begins(string text)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start is ['{' or '[', ..] or ['/', '/' or '*', ..];
    }

    /// <summary>Takes a document or a line of one.</summary>
    /// <param name="text">What a pipeline gave.</param>
    /// <returns>The document when this was the end of it; null otherwise.</returns>
    public string? Add(string text)
    {
        if (!IsOpen && string.IsNullOrWhiteSpace(text))
            return null;
        open.Add(text);
        return text.TrimEnd() is [.., '}' or ']'] or [.., '*', '/'] && IsWhole() ? Take() : null;
    }

    /// <summary>What has begun and has no end.</summary>
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
            // What is JSON but unusable will not become usable by more lines.
            return exception.Place.StartsWith("$", StringComparison.Ordinal);
        }
    }
}
