namespace CognitoPools.Audit.Model;

/// <summary>Formats the commands of remedies, which users can paste.</summary>
internal static class Remedies
{
    /// <summary>A text as a literal string of PowerShell.</summary>
    public static string Quoted(string text) => PowerShellText.Quoted(text);

    /// <summary>A comment, for steps that no command of the module can do.</summary>
    public static string Comment(string text) => $"# {text.Replace("\r", " ").Replace("\n", " ")}";

    /// <summary>Several lines.</summary>
    public static string Lines(params string[] lines) => string.Join("\n", lines);
}
