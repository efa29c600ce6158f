using System.Globalization;
using System.Text.Json;

namespace CognitoPools.Documents.Templates;

/// <summary>The parameters and resources of a CloudFormation template.</summary>
internal sealed class CloudFormationTemplate
{
    private readonly Dictionary<string, DocumentElement> parameters;
    private readonly Dictionary<string, DocumentElement> resources;

    /// <summary>Reads the structure of a template.</summary>
    /// <param name="root">The template.</param>
    /// <param name="values">The values from the user.</param>
    public CloudFormationTemplate(DocumentElement root, IReadOnlyDictionary<string, string> values)
    {
        Values = new TemplateValues(values);
        if (root.Find("Transform") is { } transform)
        {
            throw transform.Error(
                "a template with a transform cannot be read, because only CloudFormation can process it.",
                "To get the processed template, run aws cloudformation get-template --template-stage Processed.");
        }
        parameters = Sections(root, "Parameters");
        resources = Sections(root, "Resources");
        foreach (var resource in resources.Where(resource => resource.Key.StartsWith("Fn::", StringComparison.Ordinal)))
            throw UnknownFunction(resource.Value, resource.Key);
    }

    /// <summary>The values from the user.</summary>
    public TemplateValues Values { get; }

    /// <summary>The resources of a type by logical id, in the order of the template.</summary>
    /// <param name="type">The type.</param>
    public IEnumerable<KeyValuePair<string, DocumentElement>> Of(string type) =>
        resources.Where(resource => TypeOf(resource.Key) == type);

    /// <summary>The type of a resource; null if the resource does not exist.</summary>
    /// <param name="id">Its logical id.</param>
    public string? TypeOf(string id) =>
        resources.TryGetValue(id, out var resource) && resource.Find("Type") is { Kind: JsonValueKind.String } type
            ? type.Text()
            : null;

    /// <summary>The properties of a resource without a condition.</summary>
    /// <param name="id">Its logical id.</param>
    public DocumentElement Properties(string id)
    {
        var resource = resources[id];
        if (resource.Find("Condition") is { } condition)
        {
            throw condition.Error(
                $"resource {id} has a condition, which the module cannot evaluate.",
                "Remove the condition to import the resource; otherwise, remove the resource.");
        }
        return resource.Require("Properties");
    }

    /// <summary>Whether a parameter has NoEcho.</summary>
    /// <param name="name">Its name.</param>
    public bool IsSecret(string name) => parameters.TryGetValue(name, out var parameter)
        && parameter.Find("NoEcho") is { } echo
        && (echo.Kind == JsonValueKind.True || (echo.Kind == JsonValueKind.String && IsTrue(echo.Text())));

    /// <summary>Whether a name is that of a parameter.</summary>
    /// <param name="name">A name.</param>
    public bool HasParameter(string name) => parameters.ContainsKey(name);

    /// <summary>The items of a list parameter; otherwise null.</summary>
    /// <param name="element">A value of the template.</param>
    public IReadOnlyList<string>? ListParameter(DocumentElement element)
    {
        if (element.Kind != JsonValueKind.Object || element.Find("Ref") is not { Kind: JsonValueKind.String } reference)
            return null;
        var name = reference.Text();
        if (!parameters.TryGetValue(name, out var parameter) || parameter.Find("Type") is not { } type)
            return null;
        var isList = type.Text() == "CommaDelimitedList" || type.Text().StartsWith("List<", StringComparison.Ordinal);
        return isList ? [.. ParameterValue(name, reference).Split(',').Select(item => item.Trim())] : null;
    }

    /// <summary>The value of a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">The element that uses the parameter.</param>
    public string ParameterValue(string name, DocumentElement place)
    {
        if (Values.Find(name) is { } given)
            return given;
        var parameter = parameters[name];
        // The default of such a parameter is the name of a stored parameter, whose value is only in the account.
        var isStored = parameter.Find("Type") is { Kind: JsonValueKind.String } type
            && type.Text().StartsWith("AWS::SSM::", StringComparison.Ordinal);
        if (!isStored && parameter.Find("Default") is { } fallback)
        {
            return fallback.Kind == JsonValueKind.Number
                ? fallback.Json.GetRawText()
                : fallback.Kind is JsonValueKind.True or JsonValueKind.False
                    ? fallback.Flag().ToString(CultureInfo.InvariantCulture).ToLowerInvariant()
                    : fallback.Text();
        }
        throw place.Error($"parameter {name} has no value.", TemplateValues.Remedy(name));
    }

    /// <summary>Creates the error for a function that is not supported.</summary>
    /// <param name="place">The element with the function.</param>
    /// <param name="name">Its name.</param>
    public static DocumentFormatException UnknownFunction(DocumentElement place, string name) => place.Error(
        $"the function {ShownText.Value(name)} is not supported.",
        "Replace it with its value. Only Ref, Fn::GetAtt, Fn::Sub and Fn::Join are supported.");

    /// <summary>Whether a text means true in CloudFormation.</summary>
    /// <param name="text">The text.</param>
    public static bool IsTrue(string text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, DocumentElement> Sections(DocumentElement root, string name) =>
        root.Find(name) is { } section
            ? section.Members().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)
            : [];
}
