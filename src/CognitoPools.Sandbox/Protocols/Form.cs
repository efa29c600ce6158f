using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Sandbox.Validation;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>Converts form bodies of the Query protocol to the tree that the operations' shapes describe.</summary>
internal static class Form
{
    public static IReadOnlyDictionary<string, string> Parse(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in body.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (equals < 0)
                fields[Decode(pair)] = "";
            else
                fields[Decode(pair.Substring(0, equals))] = Decode(pair.Substring(equals + 1));
        }

        return fields;
    }

    public static JsonElement Read(StructureShape shape, IReadOnlyDictionary<string, string> fields) =>
        JsonSerializer.SerializeToElement(ReadStructure(shape, fields, "") ?? []);

    private static JsonObject? ReadStructure(StructureShape shape, IReadOnlyDictionary<string, string> fields, string prefix)
    {
        var result = new JsonObject();
        foreach (var field in shape.Fields)
        {
            if (ReadValue(field.Shape, fields, prefix + field.Name) is { } value)
                result[field.Name] = value;
        }

        return result.Count == 0 ? null : result;
    }

    private static JsonNode? ReadValue(Shape shape, IReadOnlyDictionary<string, string> fields, string name)
    {
        if (shape is ListShape list)
            return ReadList(list, fields, name);
        if (shape is StructureShape structure)
            return ReadStructure(structure, fields, name + ".");
        if (!fields.TryGetValue(name, out var text))
            return null;
        return shape switch
        {
            NumberShape => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ServiceError("MalformedInput", $"'{text}' at '{name}' is not a whole number."),
            FlagShape => text == "true",
            _ => text,
        };
    }

    private static JsonArray? ReadList(ListShape shape, IReadOnlyDictionary<string, string> fields, string name)
    {
        var result = new JsonArray();
        while (ReadValue(
            shape.Item, fields,
            $"{name}.member.{(result.Count + 1).ToString(CultureInfo.InvariantCulture)}") is { } item)
        {
            result.Add(item);
        }
        return result.Count == 0 && !fields.ContainsKey(name) ? null : result;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
