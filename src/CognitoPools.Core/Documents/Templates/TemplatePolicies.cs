using System.Text.Json;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the policies of a template.</summary>
internal static class TemplatePolicies
{
    /// <summary>A policy as JSON with placeholders.</summary>
    /// <param name="scope">The pool.</param>
    /// <param name="element">An object, or JSON text.</param>
    public static string Read(TemplateScope scope, DocumentElement element)
    {
        if (element.Kind != JsonValueKind.Object || TemplateFunctions.IsFunction(element))
        {
            var text = scope.Document(element);
            try
            {
                return PolicyJson.Write(PolicyJson.ParseObject(text), indented: false);
            }
            catch (FormatException exception)
            {
                throw element.Error(exception.Message, "");
            }
        }
        return PolicyJson.Write(writer => Write(writer, scope, element), indented: false);
    }

    private static void Write(Utf8JsonWriter writer, TemplateScope scope, DocumentElement element)
    {
        if (scope.Template.ListParameter(element) is { } list)
        {
            writer.WriteStartArray();
            foreach (var item in list)
                writer.WriteStringValue(DocumentPlaceholders.Escape(item));
            writer.WriteEndArray();
        }
        else if (element.Kind == JsonValueKind.String || TemplateFunctions.IsFunction(element))
        {
            writer.WriteStringValue(scope.Document(element));
        }
        else if (element.Kind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in TemplateScope.Members(element))
            {
                writer.WritePropertyName(DocumentPlaceholders.Escape(name));
                Write(writer, scope, value);
            }
            writer.WriteEndObject();
        }
        else if (element.Kind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in TemplateScope.Items(element))
                Write(writer, scope, item);
            writer.WriteEndArray();
        }
        else
        {
            element.Json.WriteTo(writer);
        }
    }
}
