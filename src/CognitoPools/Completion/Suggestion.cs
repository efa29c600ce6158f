namespace CognitoPools.Completion;

/// <summary>A value that matches the typed text.</summary>
/// <param name="Text">The value, not quoted.</param>
/// <param name="ToolTip">Its description in a list of suggestions.</param>
/// <param name="Label">Its label in a list; the value itself when null.</param>
internal sealed record Suggestion(string Text, string ToolTip, string? Label = null)
{
    /// <summary>Whether the text is a PowerShell expression, such as a table or a variable, and must not be quoted.</summary>
    public bool IsExpression { get; init; }
}
