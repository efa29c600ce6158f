using System.Text.Json;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Templates;

/// <summary>Writes a pool as an AWS CloudFormation template in JSON that retains its resources when the stack is deleted.</summary>
internal static class CloudFormationWriter
{
    /// <summary>The template.</summary>
    /// <param name="pool">The pool.</param>
    public static TemplateText Write(LivePool pool)
    {
        var content = new TemplateContent(pool);
        var names = new CloudFormationNames(content);
        var imports = new ResourceImports(content, names);
        string[] warnings = [.. content.Warnings, .. Unsaid(content), .. imports.Warnings];
        string[] notes = [.. pool.Warnings, .. warnings];
        return new TemplateText(
            PolicyJson.Write(writer => Write(writer, content, names, notes), indented: true) + "\n",
            imports.ToJson(), warnings);
    }

    private static void Write(
        Utf8JsonWriter writer, TemplateContent content, CloudFormationNames names, IReadOnlyList<string> notes)
    {
        writer.WriteStartObject();
        writer.WriteString("AWSTemplateFormatVersion", "2010-09-09");
        writer.WriteString("Description", $"Identity pool {content.Definition.Name}");
        if (notes.Count > 0)
        {
            writer.WriteStartObject("Metadata");
            writer.WriteStartObject("CognitoPools");
            writer.WriteStartArray("Notes");
            foreach (var note in notes)
                writer.WriteStringValue(note);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        WriteParameters(writer, content, names);
        writer.WriteStartObject("Resources");
        var resources = new CloudFormationResources(writer, content, names);
        resources.WritePool();
        resources.WriteRoles();
        resources.WriteRoleAttachment();
        resources.WritePrincipalTags();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, TemplateContent content, CloudFormationNames names)
    {
        if (names.Secrets.Count == 0)
            return;
        writer.WriteStartObject("Parameters");
        foreach (var secret in names.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal))
        {
            var wholeId = content.Definition.Providers.Any(provider => provider.Name == secret.Key && provider.ClientId is null);
            writer.WriteStartObject(secret.Value);
            writer.WriteString("Type", "String");
            writer.WriteBoolean("NoEcho", true);
            writer.WriteString(
                "Description",
                wholeId ? $"Consumer key and secret of {secret.Key} as key;secret" : $"Consumer secret of {secret.Key}");
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static IEnumerable<string> Unsaid(TemplateContent content)
    {
        if (content.Definition.BasicFlow == BasicFlowState.Unset)
        {
            yield return "The basic flow of the identity pool was never set. CloudFormation cannot express this, so the template "
                + "omits AllowClassicFlow.";
        }
    }
}
