namespace CognitoPools.Completion;

/// <summary>A value that fits what was typed.</summary>
/// <param name="Text">The value, not quoted.</param>
/// <param name="ToolTip">What a list of suggestions tells about it.</param>
/// <param name="Label">What a list shows in its place; the value itself when null.</param>
internal sealed record Suggestion(string Text, string ToolTip, string? Label = null)
{
    /// <summary>Whether the text is PowerShell as it stands, such as a table or a variable, and must not be quoted.</summary>
    public bool IsExpression { get; init; }
}
