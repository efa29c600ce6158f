using System.Text.Json;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Validation;

/// <summary>Refuses texts that no service can store: halves of surrogate pairs, and control characters other than tab
/// and line breaks, which XML does not have.</summary>
internal static class TextCheck
{
    /// <summary>Whether XML, and so an answer of IAM, can hold the character.</summary>
    public static bool IsStorable(char letter) => letter is >= ' ' and <= '\uFFFD' or '\t' or '\n' or '\r';

    /// <summary>Checks the names and texts of an input.</summary>
    /// <exception cref="ServiceError">A text is half of a surrogate pair: it cannot even be read.</exception>
    public static void CheckReadable(JsonElement input)
    {
        try
        {
            foreach (var (_, text) in Texts("", input))
                _ = text.Length;
        }
        catch (InvalidOperationException)
        {
            throw new ServiceError("SerializationException", "The request holds half of a surrogate pair, which is no text.");
        }
    }

    /// <summary>What is wrong with a text of a readable input, or null. The text itself is not repeated.</summary>
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
