using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoPools.Roles;

/// <summary>Reads and writes the JSON of IAM policies. Every error is a FormatException with a message that a user can
/// act on.</summary>
internal static class PolicyJson
{
    /// <summary>A document as IAM stores it. IAM's answers contain it URL-encoded.</summary>
    public static string Decoded(string document) =>
        document.TrimStart() is ['%', ..] ? Uri.UnescapeDataString(document) : document;

    public static JsonElement ParseObject(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("the document is empty.");
        var root = Parse(text!.Trim().TrimStart('\uFEFF'));
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException($"the document is {Kind(root)}, not a JSON object.");
        CheckNamesAndText(root);
        return root;
    }

    public static string Write(JsonElement element, bool indented) => Write(writer => element.WriteTo(writer), indented);

    public static string Write(Action<Utf8JsonWriter> write, bool indented)
    {
        // The relaxed encoder keeps policies readable.
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void WriteOneOrMore(this Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 1)
        {
            writer.WriteString(name, values[0]);
            return;
        }
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>The statements of a policy. IAM accepts a single object instead of an array.</summary>
    public static IEnumerable<JsonElement> Statements(JsonElement root)
    {
        if (!root.TryGetProperty("Statement", out var statement))
            throw new FormatException("the element 'Statement' is missing.");
        var statements = statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray()] : new[] { statement };
        if (statements.Length == 0)
            throw new FormatException("'Statement' is empty.");
        return statements;
    }

    /// <summary>One string or an array of them; with <paramref name="scalars"/> numbers and booleans too, as their
    /// text.</summary>
    public static IReadOnlyList<string> Strings(JsonElement element, string what, bool scalars = false)
    {
        var items = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : new[] { element };
        return Array.ConvertAll(items, item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when scalars => item.GetRawText(),
            _ => throw new FormatException($"{what} must be a string or an array of strings; got {Kind(item)}."),
        });
    }

    /// <summary>Whether two documents are equal, apart from white space and the order of their elements.</summary>
    public static bool Same(string? one, string? other)
    {
        if (one is null || other is null)
            return one == other;
        try
        {
            return JsonElement.DeepEquals(ParseObject(one), ParseObject(other));
        }
        catch (FormatException)
        {
            return one == other;
        }
    }

    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            var place = string.Format(
                CultureInfo.InvariantCulture, "line {0}, position {1}",
                exception.LineNumber + 1, exception.BytePositionInLine + 1);
            var message = exception.Message;
            var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new FormatException(
                $"the document is not JSON ({place}): {(tail < 0 ? message : message.Substring(0, tail))}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException("the document is not JSON: it contains half of a surrogate pair.", exception);
        }
    }

    private static void CheckNamesAndText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    var name = Text(() => property.Name);
                    if (!names.Add(name))
                        throw new FormatException($"the element '{name}' occurs twice in one object.");
                    CheckNamesAndText(property.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    CheckNamesAndText(item);
                break;
            case JsonValueKind.String:
                Text(() => element.GetString()!);
                break;
        }
    }

    private static string Text(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException("the document contains an escape sequence for half of a surrogate pair, which is not valid text.", exception);
        }
    }
}
