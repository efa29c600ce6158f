namespace CognitoPools.Formatting;

/// <summary>Text of others as the views show it.</summary>
// The views' script blocks see the public types of this assembly alone.
public static class ViewText
{
    /// <summary>The text without secrets and with visible control characters.</summary>
    /// <param name="text">A text that another program or person chose; null counts as empty.</param>
    public static string Of(string? text) => ShownText.Of(text ?? "");
}
