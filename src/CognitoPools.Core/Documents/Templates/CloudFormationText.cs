using System.Text.Json;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Templates;

/// <summary>Writes the texts and policies of a document as values of a CloudFormation template.</summary>
/// <param name="writer">The writer.</param>
/// <param name="names">The values of the placeholders.</param>
internal sealed class CloudFormationText(Utf8JsonWriter writer, LiveNames names)
{
    /// <summary>Writes a member whose text can contain placeholders.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="text">A text of a document.</param>
    public void Write(string name, string text)
    {
        writer.WritePropertyName(name);
        Write(text);
    }

    /// <summary>Writes a value whose text can contain placeholders.</summary>
    /// <param name="text">A text of a document.</param>
    public void Write(string text)
    {
        var parts = TextPart.Of(text, names);
        if (!parts.Any(part => part.IsPlaceholder))
        {
            writer.WriteStringValue(TextPart.Join(parts, literal => literal, name => name));
            return;
        }
        writer.WriteStartObject();
        if (parts.Count == 1)
            writer.WriteString("Ref", Target(parts[0].Text));
        else
            writer.WriteString("Fn::Sub", TextPart.Join(parts, SubLiteral, name => $"${{{Target(name)}}}"));
        writer.WriteEndObject();
    }

    /// <summary>Writes a member that is a policy.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="json">The policy as JSON with placeholders.</param>
    public void WritePolicy(string name, string json)
    {
        writer.WritePropertyName(name);
        Write(PolicyJson.ParseObject(json));
    }

    /// <summary>Escapes literal text for <c>Fn::Sub</c>.</summary>
    /// <param name="text">The text.</param>
    public static string SubLiteral(string text) => text.Replace("${", "${!");

    private void Write(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    // The name of a member cannot be a function.
                    writer.WritePropertyName(LiveText.Of(member.Name, names) ?? member.Name);
                    Write(member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                Write(element.GetString()!);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Target(string name) => name switch
    {
        DocumentPlaceholders.IdentityPoolId => CloudFormationNames.Pool,
        _ => CloudFormationPseudo.Parameter(name),
    };
}
