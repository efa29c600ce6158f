using System.Text.Json;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the identity pools of a CloudFormation template in JSON.</summary>
internal static class CloudFormationReader
{
    /// <summary>Whether a document is a CloudFormation template.</summary>
    /// <param name="root">The document.</param>
    public static bool IsTemplate(DocumentElement root) =>
        root.Kind == JsonValueKind.Object
            && (root.Has("AWSTemplateFormatVersion")
                || (root.Find("Resources") is { Kind: JsonValueKind.Object } resources
                    && resources.Members().Any(resource => resource.Value.Has("Type"))));

    /// <summary>Reads every identity pool of a template with its roles.</summary>
    /// <param name="root">The template.</param>
    /// <param name="values">The values from the user: of parameters, of pseudo parameters such as <c>AWS::StackName</c>, and of
    /// other resources, such as <c>UserPool</c> or <c>UserPool.ProviderName</c>.</param>
    /// <exception cref="DocumentFormatException">The template cannot be read.</exception>
    public static ReadTemplate Read(DocumentElement root, IReadOnlyDictionary<string, string> values)
    {
        var template = new CloudFormationTemplate(root, values);
        var warnings = new List<string>();
        var secrets = new SecretNames();
        var pools = template.Of(CloudFormationTypes.Pool).Select(pool => pool.Key).ToList();
        if (pools.Count == 0)
        {
            throw root.Error(
                $"the template has no resource of type {CloudFormationTypes.Pool}.", "Specify a template with an identity pool.");
        }
        PoolDefinition[] definitions =
        [
            .. pools.Select(id => new TemplatePool(new TemplateScope(template, id), secrets, warnings).Read()),
        ];
        return new ReadTemplate(definitions, template.Values.Used, warnings, secrets.Values);
    }
}
