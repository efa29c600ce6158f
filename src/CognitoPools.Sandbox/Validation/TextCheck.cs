using System.Text.Json;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Validation;

/// <summary>Refuses text that no service can store: halves of surrogate pairs, and control characters other than tabs and
/// line breaks, which XML does not allow.</summary>
internal static class TextCheck
{
    /// <summary>Whether XML, and so an answer of IAM, can contain the character.</summary>
    public static bool IsStorable(char letter) => letter is >= ' ' and <= '\uFFFD' or '\t' or '\n' or '\r';

    /// <summary>Checks the names and strings of an input.</summary>
    /// <exception cref="ServiceError">A string contains half of a surrogate pair and cannot be read.</exception>
    public static void CheckReadable(JsonElement input)
    {
        try
        {
            foreach (var (_, text) in Texts("", input))
                _ = text.Length;
        }
        catch (InvalidOperationException)
        {
            throw new ServiceError("SerializationException", "The request contains half of a surrogate pair, which is not valid text.");
        }
    }

    /// <summary>The error of a string of a readable input, or null. The message does not repeat the string.</summary>
    public static string? Explain(JsonElement input)
    {
        foreach (var (path, text) in Texts("", input))
        {
            if (!text.All(IsStorable))
            {
                return $"1 validation error detected: Value at '{path}' failed to satisfy constraint: Member must not "
                    + "contain control characters";
            }
        }
        return null;
    }

    private static IEnumerable<(string Path, string Text)> Texts(string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    yield return (path, property.Name);
                    foreach (var text in Texts(path.Length == 0 ? ShapeValidator.CamelCase(property.Name) : path, property.Value))
                        yield return text;
                }
                break;
            case JsonValueKind.Array:
                foreach (var text in value.EnumerateArray().SelectMany(item => Texts(path, item)))
                    yield return text;
                break;
            case JsonValueKind.String:
                yield return (path, value.GetString()!);
                break;
        }
    }
}
