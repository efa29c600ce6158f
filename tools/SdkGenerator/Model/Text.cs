namespace CognitoPools.SdkGenerator.Model;

internal static class Text
{
    public static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static string Lower(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>A C# string literal.</summary>
    public static string Quote(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary>The body of a type.</summary>
    public static string Block(string content) => content.Length == 0 ? "{\n}" : $"{{\n{content}\n}}";

    public static string Lines(IEnumerable<string> parts) => string.Join("\n", parts);
}
