namespace CognitoPools.Documents.Templates;

/// <summary>Writes a pool as a Terraform configuration for the provider hashicorp/aws, with import blocks that adopt the
/// existing resources.</summary>
internal static class TerraformWriter
{
    /// <summary>The configuration.</summary>
    /// <param name="pool">The pool.</param>
    public static TemplateText Write(LivePool pool)
    {
        var content = new TemplateContent(pool);
        var names = new TerraformNames(content);
        var resources = new TerraformResources(content, names);
        resources.WritePool();
        resources.WriteRoles();
        resources.WriteRolesAttachment();
        resources.WritePrincipalTags();
        string[] warnings = [.. content.Warnings, .. Unsaid(content), .. resources.Warnings];
        var text = new HclWriter();
        text.Comment($"Identity pool {content.Definition.Name}, for a provider in Region {content.Names.Region}.");
        foreach (var note in pool.Warnings.Concat(warnings))
            text.Comment(note);
        WriteHead(text, content, names, resources.Text);
        text.Append(resources.Text);
        return new TemplateText(text.ToString(), null, warnings);
    }

    private static void WriteHead(HclWriter text, TemplateContent content, TerraformNames names, HclWriter resources)
    {
        // Import blocks require version 1.5.
        text.Block("terraform", [("required_version", HclValue.Text(">= 1.5.0"))], new HclBlock(
            "required_providers",
            [
                ("aws", HclValue.Object(
                    [("source", HclValue.Text("hashicorp/aws")), ("version", HclValue.Text(">= 5.0"))])),
            ],
            []));
        foreach (var secret in names.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal))
        {
            var isWhole = content.Definition.Providers.Any(provider => provider.Name == secret.Key && provider.ClientId is null);
            text.Block(
                $"variable \"{secret.Value}\"",
                [
                    ("description", HclValue.Text(
                        isWhole ? $"Consumer key and secret of {secret.Key} as key;secret" : $"Consumer secret of {secret.Key}")),
                    ("type", HclValue.Expression("string")),
                    ("sensitive", HclValue.Flag(true)),
                ]);
        }
        foreach (var source in new[] { TerraformText.Caller, TerraformText.Partition, TerraformText.Region })
        {
            var parts = source.Split('.');
            if (resources.Mentions(source))
                text.Block($"data \"{parts[1]}\" \"{parts[2]}\"", []);
        }
    }

    private static IEnumerable<string> Unsaid(TemplateContent content)
    {
        if (content.Definition.BasicFlow == BasicFlowState.Unset)
        {
            yield return "The basic flow of the identity pool was never set, which Terraform cannot express. Its next update of the "
                + "pool disables the basic flow. To keep it, set allow_classic_flow = true.";
        }
    }
}
