using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoPools.Documents.Templates;

/// <summary>Resolves the functions of a CloudFormation template.</summary>
internal sealed class TemplateFunctions(CloudFormationTemplate template)
{
    private static readonly Regex SubVariable = new(
        @"\$\{(?<literal>!?)(?<name>[^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>Whether an element is a function: an object whose only member has the name of a function.</summary>
    /// <param name="element">A value of the template.</param>
    public static bool IsFunction(DocumentElement element)
    {
        if (element.Kind != JsonValueKind.Object)
            return false;
        var names = element.Members().Select(member => member.Name).Take(2).ToList();
        return names.Count == 1 && (names[0] == "Ref" || names[0].StartsWith("Fn::", StringComparison.Ordinal));
    }

    /// <summary>Whether the value removes its property.</summary>
    /// <param name="element">A value of the template.</param>
    public static bool IsNoValue(DocumentElement element) => IsFunction(element)
        && element.Find("Ref") is { Kind: JsonValueKind.String } reference
        && reference.Text() == CloudFormationPseudo.NoValue;

    /// <summary>The parts of a string, a number, a Boolean value or a function.</summary>
    /// <param name="element">A value of the template.</param>
    public IReadOnlyList<TemplatePiece> Resolve(DocumentElement element)
    {
        switch (element.Kind)
        {
            case JsonValueKind.String:
                return [Literal(element.Text())];
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return [Literal(element.Json.GetRawText())];
        }
        if (!IsFunction(element))
            throw element.Error("the value must be a string, or a function that returns a string.", "");
        var (name, argument) = element.Members().Single();
        return name switch
        {
            "Ref" => [Reference(argument.Text(), argument)],
            "Fn::GetAtt" => [Attribute(argument)],
            "Fn::Sub" => Substitute(argument),
            "Fn::Join" => Join(argument),
            _ => throw CloudFormationTemplate.UnknownFunction(argument, name),
        };
    }

    private static TemplatePiece Literal(string text) => new(TemplatePieceKind.Literal, text);

    private TemplatePiece Reference(string name, DocumentElement place)
    {
        if (template.HasParameter(name))
        {
            return template.IsSecret(name)
                ? new TemplatePiece(TemplatePieceKind.Secret, name)
                : Literal(template.ParameterValue(name, place));
        }
        if (name == CloudFormationPseudo.NoValue)
            throw place.Error($"{CloudFormationPseudo.NoValue} cannot be part of a text.", "");
        if (CloudFormationPseudo.IsPseudo(name))
            return new TemplatePiece(TemplatePieceKind.Pseudo, name);
        return template.TypeOf(name) switch
        {
            CloudFormationTypes.Pool => new TemplatePiece(TemplatePieceKind.PoolId, name),
            CloudFormationTypes.Role => new TemplatePiece(TemplatePieceKind.RoleName, name),
            CloudFormationTypes.ManagedPolicy => new TemplatePiece(TemplatePieceKind.PolicyArn, name),
            { } type => Given(name, $"{name} is a resource of type {ShownText.Value(type)}, whose values are known only in its stack.", place),
            null => Given(name, $"the template has neither a parameter nor a resource '{ShownText.Value(name)}'.", place),
        };
    }

    private TemplatePiece Attribute(DocumentElement argument)
    {
        if (argument.Kind == JsonValueKind.String)
            return Attribute(argument.Text(), argument);
        var parts = argument.Items().ToList();
        if (parts.Count != 2 || parts.Any(part => part.Kind != JsonValueKind.String))
            throw argument.Error("Fn::GetAtt requires the name of a resource and the name of an attribute.", "");
        return Attribute($"{parts[0].Text()}.{parts[1].Text()}", argument);
    }

    private TemplatePiece Attribute(string path, DocumentElement place)
    {
        var dot = path.IndexOf('.');
        if (dot < 1)
            throw place.Error("Fn::GetAtt requires the name of a resource and the name of an attribute.", "");
        var (id, attribute) = (path.Substring(0, dot), path.Substring(dot + 1));
        return (template.TypeOf(id), attribute) switch
        {
            (CloudFormationTypes.Role, "Arn") => new TemplatePiece(TemplatePieceKind.RoleArn, id),
            (CloudFormationTypes.Pool, "Id") => new TemplatePiece(TemplatePieceKind.PoolId, id),
            (CloudFormationTypes.ManagedPolicy, "PolicyArn") => new TemplatePiece(TemplatePieceKind.PolicyArn, id),
            (null, _) => Given(path, $"the template has no resource '{ShownText.Value(id)}'.", place),
            _ => Given(path, $"the value of {ShownText.Value(path)} is known only in the stack.", place),
        };
    }

    // A value that is known only in CloudFormation, but that the user can look up.
    private TemplatePiece Given(string name, string rule, DocumentElement place) =>
        template.Values.Find(name) is { } value ? Literal(value) : throw place.Error(rule, TemplateValues.Remedy(name));

    private IReadOnlyList<TemplatePiece> Substitute(DocumentElement argument)
    {
        if (argument.Kind == JsonValueKind.String)
            return Substitute(argument, []);
        var parts = argument.Items().ToList();
        if (parts.Count != 2)
            throw argument.Error("Fn::Sub requires a string, or a string and its variables.", "");
        return Substitute(
            parts[0],
            parts[1].Members().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));
    }

    private List<TemplatePiece> Substitute(DocumentElement element, Dictionary<string, DocumentElement> variables)
    {
        var text = element.Text();
        var pieces = new List<TemplatePiece>();
        var end = 0;
        foreach (Match match in SubVariable.Matches(text))
        {
            pieces.Add(Literal(text.Substring(end, match.Index - end)));
            end = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (match.Groups["literal"].Length > 0)
                pieces.Add(Literal($"${{{name}}}"));
            else if (variables.TryGetValue(name, out var variable))
                pieces.AddRange(Resolve(variable));
            else
                pieces.Add(name.IndexOf('.') < 0 ? Reference(name, element) : Attribute(name, element));
        }
        pieces.Add(Literal(text.Substring(end)));
        return pieces;
    }

    private List<TemplatePiece> Join(DocumentElement argument)
    {
        var parts = argument.Items().ToList();
        if (parts.Count != 2)
            throw argument.Error("Fn::Join requires a delimiter and a list.", "");
        var delimiter = Literal(parts[0].Text());
        var items = template.ListParameter(parts[1]) is { } list
            ? list.Select(item => (IReadOnlyList<TemplatePiece>)[Literal(item)])
            : IsFunction(parts[1])
                ? throw CloudFormationTemplate.UnknownFunction(parts[1], parts[1].Members().Single().Name)
                : parts[1].Items().Where(item => !IsNoValue(item)).Select(Resolve);
        var pieces = new List<TemplatePiece>();
        foreach (var item in items)
        {
            if (pieces.Count > 0)
                pieces.Add(delimiter);
            pieces.AddRange(item);
        }
        return pieces;
    }
}
