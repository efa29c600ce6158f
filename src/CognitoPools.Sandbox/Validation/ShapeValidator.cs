using System.Globalization;
using System.Text.Json;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Validation;

/// <summary>Checks an input against its shape and reports errors with the messages of the services.</summary>
internal static class ShapeValidator
{
    /// <summary>One message with all errors, or null.</summary>
    /// <exception cref="ServiceError">A value has the wrong JSON type.</exception>
    public static string? Explain(StructureShape shape, JsonElement input)
    {
        var findings = new List<string>();
        Check(shape, input, "", findings);
        if (findings.Count == 0)
            return null;
        var noun = findings.Count == 1 ? "validation error" : "validation errors";
        return $"{findings.Count.ToString(CultureInfo.InvariantCulture)} {noun} detected: {string.Join("; ", findings)}";
    }

    private static void Check(Shape shape, JsonElement value, string path, List<string> findings)
    {
        switch (shape)
        {
            case StructureShape structure:
                Expect(value, JsonValueKind.Object, path);
                CheckFields(structure, value, path, findings);
                break;
            case ListShape list:
                Expect(value, JsonValueKind.Array, path);
                CheckSize(value.GetArrayLength(), list.Min, list.Max, list, value, path, findings);
                CheckItems(list, value, path, findings);
                break;
            case MapShape map:
                Expect(value, JsonValueKind.Object, path);
                CheckSize(value.EnumerateObject().Count(), null, map.Max, map, value, path, findings);
                CheckEntries(map, value, path, findings);
                break;
            default:
                findings.AddRange(Broken(shape, value, path).Select(constraint => Finding(shape, value, path, constraint)));
                break;
        }
    }

    private static void CheckFields(StructureShape shape, JsonElement value, string path, List<string> findings)
    {
        foreach (var field in shape.Fields)
        {
            var fieldPath = path.Length == 0 ? CamelCase(field.Name) : $"{path}.{CamelCase(field.Name)}";
            var isThere = value.TryGetProperty(field.Name, out var content) && content.ValueKind != JsonValueKind.Null;
            if (isThere)
                Check(field.Shape, content, fieldPath, findings);
            else if (field.IsRequired)
                findings.Add($"Value null at '{fieldPath}' failed to satisfy constraint: Member must not be null");
        }
    }

    private static void CheckItems(ListShape shape, JsonElement value, string path, List<string> findings)
    {
        if (shape.Item is TextShape text)
        {
            if (value.EnumerateArray().Any(item => Broken(text, item, path).Any()))
                findings.Add(Finding(shape, value, path, $"Member must satisfy constraint: [{string.Join(", ", All(text))}]"));
            return;
        }

        var number = 0;
        foreach (var item in value.EnumerateArray())
        {
            number++;
            Check(shape.Item, item, $"{path}.{number.ToString(CultureInfo.InvariantCulture)}.member", findings);
        }
    }

    private static void CheckEntries(MapShape shape, JsonElement value, string path, List<string> findings)
    {
        if (value.EnumerateObject().Any(entry => BrokenText(shape.Key, entry.Name).Any()))
            findings.Add(Finding(shape, value, path, $"Map keys must satisfy constraint: [{string.Join(", ", All(shape.Key))}]"));
        if (shape.Value is TextShape text)
        {
            if (value.EnumerateObject().Any(entry => Broken(text, entry.Value, path).Any()))
                findings.Add(Finding(shape, value, path, $"Map value must satisfy constraint: [{string.Join(", ", All(text))}]"));
            return;
        }

        foreach (var entry in value.EnumerateObject())
            Check(shape.Value, entry.Value, $"{path}.{entry.Name}.member", findings);
    }

    private static void CheckSize(
        int size, int? min, int? max, Shape shape, JsonElement value, string path, List<string> findings)
    {
        if (size > max)
            findings.Add(Finding(shape, value, path, AtMost(max.Value)));
        if (size < min)
            findings.Add(Finding(shape, value, path, AtLeast(min.Value)));
    }

    private static IEnumerable<string> Broken(Shape shape, JsonElement value, string path)
    {
        switch (shape)
        {
            case TextShape text:
                Expect(value, JsonValueKind.String, path);
                return BrokenText(text, value.GetString()!);
            case NumberShape number:
                Expect(value, JsonValueKind.Number, path);
                return BrokenNumber(number, value.TryGetInt64(out var whole) ? whole : throw Mismatch(path, "a whole number"));
            default:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                    throw Mismatch(path, "true or false");
                return [];
        }
    }

    private static IEnumerable<string> BrokenText(TextShape shape, string value)
    {
        if (value.Length > shape.Max)
            yield return AtMost(shape.Max.Value);
        if (value.Length < shape.Min)
            yield return AtLeast(shape.Min.Value);
        if (!shape.Matches(value))
            yield return PatternOf(shape);
        if (shape.Values is not null && !shape.Values.Contains(value, StringComparer.Ordinal))
            yield return ValuesOf(shape);
    }

    private static IEnumerable<string> BrokenNumber(NumberShape shape, long value)
    {
        if (value > shape.Max)
            yield return $"Member must have value less than or equal to {shape.Max.Value.ToString(CultureInfo.InvariantCulture)}";
        if (value < shape.Min)
        {
            yield return $"Member must have value greater than or equal to "
                + $"{shape.Min.Value.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>All constraints of a type: for members of lists and maps, the services name all of them, not only the broken
    /// one.</summary>
    private static IEnumerable<string> All(TextShape shape)
    {
        if (shape.Max is { } max)
            yield return AtMost(max);
        if (shape.Min is { } min)
            yield return AtLeast(min);
        if (shape.Pattern is not null)
            yield return PatternOf(shape);
        if (shape.Values is not null)
            yield return ValuesOf(shape);
    }

    private static string AtMost(int size) =>
        $"Member must have length less than or equal to {size.ToString(CultureInfo.InvariantCulture)}";

    private static string AtLeast(int size) =>
        $"Member must have length greater than or equal to {size.ToString(CultureInfo.InvariantCulture)}";

    private static string PatternOf(TextShape shape) => $"Member must satisfy regular expression pattern: {shape.Pattern}";

    private static string ValuesOf(TextShape shape) =>
        $"Member must satisfy enum value set: [{string.Join(", ", shape.Values!)}]";

    private static string Finding(Shape shape, JsonElement value, string path, string constraint)
    {
        var shown = IsSensitive(shape) ? "*** Sensitive Data Redacted ***" : Show(value);
        return $"Value '{shown}' at '{path}' failed to satisfy constraint: {constraint}";
    }

    private static bool IsSensitive(Shape shape) => shape.IsSensitive || shape is MapShape { Value.IsSensitive: true };

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Show))}]",
        JsonValueKind.Object =>
            $"{{{string.Join(", ", value.EnumerateObject().Select(entry => $"{entry.Name}={Show(entry.Value)}"))}}}",
        _ => value.GetRawText(),
    };

    private static void Expect(JsonValueKind actual, JsonValueKind expected, string path)
    {
        if (actual != expected)
            throw Mismatch(path, expected.ToString());
    }

    private static void Expect(JsonElement value, JsonValueKind expected, string path) => Expect(value.ValueKind, expected, path);

    private static ServiceError Mismatch(string path, string expected) =>
        new(
            "SerializationException",
            path.Length == 0
                ? $"The request is not a JSON {expected}."
                : $"The value at '{path}' is not of the type {expected}.");

    /// <summary>The name of a member in messages.</summary>
    public static string CamelCase(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
