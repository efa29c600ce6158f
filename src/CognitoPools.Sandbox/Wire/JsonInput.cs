using System.Text.Json;

namespace CognitoPools.Sandbox.Wire;

/// <summary>Fields of a validated input.</summary>
internal static class JsonInput
{
    public static string Text(this JsonElement input, string name) => input.GetProperty(name).GetString()!;

    public static string? OptionalText(this JsonElement input, string name) =>
        input.Has(name, out var value) ? value.GetString() : null;

    public static int? OptionalNumber(this JsonElement input, string name) =>
        input.Has(name, out var value) ? value.GetInt32() : null;

    public static bool Flag(this JsonElement input, string name) => input.Has(name, out var value) && value.GetBoolean();

    public static bool Has(this JsonElement input, string name, out JsonElement value) =>
        input.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
