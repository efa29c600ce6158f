namespace CognitoPools.Audit.Model;

/// <summary>Commands that can be pasted.</summary>
internal static class Remedies
{
    /// <summary>A text as PowerShell takes it literally.</summary>
    public static string Quoted(string text) => PowerShellText.Quoted(text);

    /// <summary>A comment, for what no command of the module can do.</summary>
    public static string Comment(string text) => $"# {text.Replace("\r", " ").Replace("\n", " ")}";

    /// <summary>Several lines.</summary>
    public static string Lines(params string[] lines) => string.Join("\n", lines);
}
