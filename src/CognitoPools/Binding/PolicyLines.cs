namespace CognitoPools.Binding;

/// <summary>Gathers policies that arrive whole or, from Get-Content, line by line. Lines belong together until the braces of
/// their JSON are closed.</summary>
/// <param name="lists">Whether a document may be a list, which a bracket begins and ends.</param>
internal sealed class PolicyLines(bool lists = false)
{
    private readonly List<string> documents = [];
    private readonly List<string> open = [];
    private int depth;
    private bool inText;
    private bool begun;

    /// <summary>Adds a document or a line of one.</summary>
    public void Add(string text)
    {
        open.Add(text);
        Read(text);
        if (begun && depth <= 0)
            Close();
    }

    /// <summary>Removes and returns the complete documents.</summary>
    public IReadOnlyList<string> TakeComplete()
    {
        string[] complete = [.. documents];
        documents.Clear();
        return complete;
    }

    /// <summary>Whether a document has begun and not ended.</summary>
    public bool IsOpen => open.Exists(line => !string.IsNullOrWhiteSpace(line));

    /// <summary>The documents; an incomplete one is the last. Blank lines count only if there is nothing else.</summary>
    public IReadOnlyList<string> Documents()
    {
        if (open.Count > 0 && (documents.Count == 0 || open.Exists(line => !string.IsNullOrWhiteSpace(line))))
            Close();
        return documents;
    }

    private void Close()
    {
        documents.Add(string.Join("\n", open));
        open.Clear();
        (depth, inText, begun) = (0, false, false);
    }

    private void Read(string text)
    {
        var escaped = false;
        foreach (var character in text)
        {
            if (inText)
            {
                inText = escaped || character != '"';
                escaped = !escaped && character == '\\';
            }
            else if (character == '"')
            {
                inText = true;
            }
            else if (character is '{' or '}' || (lists && character is '[' or ']'))
            {
                begun = true;
                depth += character is '{' or '[' ? 1 : -1;
            }
        }
        // A JSON string cannot span lines, so a missing quotation mark affects only one line.
        inText = false;
    }
}
