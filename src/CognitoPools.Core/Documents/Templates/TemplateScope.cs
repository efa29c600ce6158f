using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the values of a template for one of its identity pools.</summary>
internal sealed class TemplateScope(CloudFormationTemplate template, string poolId)
{
    private readonly TemplateFunctions functions = new(template);
    private readonly HashSet<string> resolving = new(StringComparer.Ordinal);

    /// <summary>The template.</summary>
    public CloudFormationTemplate Template => template;

    /// <summary>The logical id of the identity pool.</summary>
    public string PoolId => poolId;

    /// <summary>A member, or null if it is missing, null or AWS::NoValue.</summary>
    /// <param name="element">An object of the template.</param>
    /// <param name="name">The name of the member.</param>
    public static DocumentElement? Find(DocumentElement element, string name) =>
        element.Find(name) is { } value && !TemplateFunctions.IsNoValue(value) ? value : null;

    /// <summary>A required member.</summary>
    /// <param name="element">An object of the template.</param>
    /// <param name="name">The name of the member.</param>
    public static DocumentElement Require(DocumentElement element, string name) =>
        Find(element, name) ?? throw element.Error($"'{name}' is missing.", "");

    /// <summary>The items of an array, without those that are AWS::NoValue.</summary>
    /// <param name="element">An array, or null.</param>
    public static IEnumerable<DocumentElement> Items(DocumentElement? element)
    {
        if (element is not { } list)
            return [];
        if (TemplateFunctions.IsFunction(list))
            throw CloudFormationTemplate.UnknownFunction(list, list.Members().Single().Name);
        return list.Items().Where(item => !TemplateFunctions.IsNoValue(item));
    }

    /// <summary>The members of an object, without those that are AWS::NoValue.</summary>
    /// <param name="element">An object, or null.</param>
    public static IEnumerable<(string Name, DocumentElement Value)> Members(DocumentElement? element)
    {
        if (element is not { } table)
            return [];
        if (TemplateFunctions.IsFunction(table))
            throw CloudFormationTemplate.UnknownFunction(table, table.Members().Single().Name);
        return table.Members().Where(member => !TemplateFunctions.IsNoValue(member.Value));
    }

    /// <summary>The parts of a value.</summary>
    /// <param name="element">A value of the template.</param>
    public IReadOnlyList<TemplatePiece> Pieces(DocumentElement element) =>
        [.. functions.Resolve(element).Where(piece => piece.Kind != TemplatePieceKind.Literal || piece.Text.Length > 0)];

    /// <summary>A value with placeholders for the account, the Region and the partition.</summary>
    /// <param name="element">A value of the template.</param>
    public string Document(DocumentElement element) => Document(Pieces(element), element);

    /// <summary>A value that is literal text.</summary>
    /// <param name="element">A value of the template.</param>
    public string Plain(DocumentElement element) => Plain(Pieces(element), element);

    /// <summary>A key of a provider: an ARN with placeholders, or a literal name.</summary>
    /// <param name="element">A value of the template.</param>
    public string ProviderKey(DocumentElement element)
    {
        var pieces = Pieces(element);
        return pieces.Count > 0 && pieces[0].Text.StartsWith("arn:", StringComparison.Ordinal)
            ? Document(pieces, element)
            : Plain(pieces, element);
    }

    /// <summary>A Boolean value.</summary>
    /// <param name="element">A value of the template.</param>
    public bool Flag(DocumentElement element)
    {
        var text = Plain(element);
        return CloudFormationTemplate.IsTrue(text)
            || (string.Equals(text, "false", StringComparison.OrdinalIgnoreCase)
                ? false
                : throw element.Error($"the value must be true or false; got '{ShownText.Value(text)}'.", ""));
    }

    /// <summary>A whole number.</summary>
    /// <param name="element">A value of the template.</param>
    public int Number(DocumentElement element) =>
        int.TryParse(Plain(element), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw element.Error("the value must be a whole number.", "");

    /// <summary>A name of an enumeration.</summary>
    /// <param name="element">A value of the template.</param>
    public T Choice<T>(DocumentElement element) where T : struct, Enum
    {
        // The resolved value is checked like an element of a document.
        var text = JsonSerializer.SerializeToElement(Plain(element));
        return new DocumentElement(text, element.Place).Choice<T>();
    }

    /// <summary>A list of values with placeholders for the account, the Region and the partition.</summary>
    /// <param name="element">A list, a list parameter, or null.</param>
    public IReadOnlyList<string> Documents(DocumentElement? element) =>
        element is { } list && template.ListParameter(list) is { } items
            ? [.. items.Select(DocumentPlaceholders.Escape)]
            : [.. Items(element).Select(Document)];

    /// <summary>Tags as a list of Key and Value.</summary>
    /// <param name="element">The list, or null.</param>
    public ReadableTable Tags(DocumentElement? element) => Collections.Strings(Items(element).Select(tag =>
    {
        tag.Allow("a tag", "Key", "Value");
        return new KeyValuePair<string, string>(Plain(Require(tag, "Key")), Plain(Require(tag, "Value")));
    }));

    /// <summary>The name of a role of the template; null if CloudFormation chooses it.</summary>
    /// <param name="id">Its logical id.</param>
    public string? RoleName(string id) => NameOf(id, "RoleName");

    /// <summary>The ARN of a managed policy of the template; null if its name is not known.</summary>
    /// <param name="id">Its logical id.</param>
    public string? Attached(string id) =>
        NameOf(id, "ManagedPolicyName") is null && template.Values.Find($"{id}.Arn") is null
            ? null
            : Arn(id, "ManagedPolicyName", "policy", template.Properties(id));

    /// <summary>The text of the parts, with placeholders for the account, the Region and the partition.</summary>
    /// <param name="pieces">The parts.</param>
    /// <param name="place">The element with the parts.</param>
    public string Document(IReadOnlyList<TemplatePiece> pieces, DocumentElement place)
    {
        var text = new StringBuilder();
        var literal = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (Placeholder(piece, place) is not { } placeholder)
            {
                literal.Append(Literal(piece, place));
                continue;
            }
            // A preceding dollar sign would turn the placeholder into literal text.
            if (literal.Length > 0 && literal[literal.Length - 1] == '$')
                throw place.Error($"a dollar sign is not allowed before {ShownText.Value(piece.Text)}.", "");
            text.Append(DocumentPlaceholders.Escape(literal.ToString())).Append(placeholder);
            literal.Clear();
        }
        return text.Append(DocumentPlaceholders.Escape(literal.ToString())).ToString();
    }

    private string Plain(IReadOnlyList<TemplatePiece> pieces, DocumentElement place) => string.Concat(pieces.Select(piece =>
        piece.Kind switch
        {
            TemplatePieceKind.Pseudo => Given(piece.Text, place),
            TemplatePieceKind.RoleArn or TemplatePieceKind.PolicyArn or TemplatePieceKind.PoolId => Given(piece.Text, place),
            _ => Literal(piece, place),
        }));

    private string? Placeholder(TemplatePiece piece, DocumentElement place) => piece.Kind switch
    {
        TemplatePieceKind.Pseudo when CloudFormationPseudo.Placeholder(piece.Text) is { } name => DocumentPlaceholders.Of(name),
        TemplatePieceKind.PoolId when piece.Text == poolId => DocumentPlaceholders.Of(DocumentPlaceholders.IdentityPoolId),
        TemplatePieceKind.RoleArn => Arn(piece.Text, "RoleName", "role", place),
        TemplatePieceKind.PolicyArn => Arn(piece.Text, "ManagedPolicyName", "policy", place),
        _ => null,
    };

    private string Literal(TemplatePiece piece, DocumentElement place) => piece.Kind switch
    {
        TemplatePieceKind.Literal => piece.Text,
        TemplatePieceKind.Secret => template.ParameterValue(piece.Text, place),
        TemplatePieceKind.RoleName => RoleName(piece.Text) ?? Given(piece.Text, place),
        _ => Given(piece.Text, place),
    };

    private string Given(string name, DocumentElement place) => template.Values.Find(name)
        ?? throw place.Error($"the value of {ShownText.Value(name)} is required here.", TemplateValues.Remedy(name));

    private string Arn(string id, string nameProperty, string kind, DocumentElement place)
    {
        if (template.Values.Find($"{id}.Arn") is { } given)
            return DocumentPlaceholders.Escape(given);
        var name = NameOf(id, nameProperty) ?? throw place.Error(
            $"the ARN of {ShownText.Value(id)} is not known, because it has no {nameProperty}.",
            TemplateValues.Remedy($"{id}.Arn"));
        var path = Find(template.Properties(id), "Path") is { } element ? Plain(element) : "/";
        var start = $"arn:{DocumentPlaceholders.Of(DocumentPlaceholders.Partition)}:iam::"
            + $"{DocumentPlaceholders.Of(DocumentPlaceholders.AccountId)}:{kind}";
        return start + DocumentPlaceholders.Escape(path + name);
    }

    private string? NameOf(string id, string property)
    {
        if (Find(template.Properties(id), property) is not { } element)
            return null;
        if (!resolving.Add(id))
            throw element.Error($"the name of {ShownText.Value(id)} depends on itself.", "");
        var name = Plain(element);
        resolving.Remove(id);
        return name;
    }
}
