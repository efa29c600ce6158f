using System.Xml.Linq;

namespace CognitoPools.SdkGenerator.Model;

/// <summary>Reads a file of service-models/ and resolves the names in it.</summary>
internal sealed class ModelReader
{
    private readonly XElement root;
    private readonly ShapeReader shapes;
    private readonly Dictionary<string, ServiceError> errors;

    private ModelReader(string json)
    {
        root = JsonTree.Parse(json);
        shapes = new ShapeReader(root);
        errors = root.Named("errors").ToDictionary(
            error => error.Key,
            error => new ServiceError(error.Key, error.Value.Required("code", $"error '{error.Key}'")),
            StringComparer.Ordinal);
    }

    /// <exception cref="ModelException">The file says something that cannot be.</exception>
    public static ServiceModel Read(string json) => new ModelReader(json).Service();

    private ServiceModel Service()
    {
        const string Where = "the file";
        var protocol = root.Required("protocol", Where);
        return new ServiceModel
        {
            ServiceId = root.Required("service", Where),
            Version = root.Required("version", Where),
            Target = protocol switch
            {
                "json" => root.Required("target", Where),
                "query" => null,
                _ => throw new ModelException($"'{protocol}' is not a protocol; use 'json' or 'query'."),
            },
            SigningName = root.Required("signingName", Where),
            Namespace = root.Required("namespace", Where),
            Client = root.Required("client", Where),
            Operations = [.. root.Named("operations").Values.Select(Operation)],
            Errors = [.. errors.Values],
        };
    }

    private Operation Operation(XElement entry)
    {
        var name = entry.Name.LocalName;
        var where = $"operation '{name}'";
        var input = Structure(entry, "input", where);
        var output = Structure(entry, "output", where);
        return new Operation(name)
        {
            Input = input,
            Output = output,
            Errors = [.. entry.List("errors").Select(error => Error(error, where))],
            IsUnsigned = entry.Optional("unsigned") == "true",
            Overloads = [.. entry.Entries("overloads").Select(overload => Members(input, overload, where))],
            Answer = Answer(entry.Element("answer"), input, output, where),
        };
    }

    private static AnswerRule Answer(XElement? entry, Shape input, Shape output, string where)
    {
        if (entry is null)
            return new AnswerRule([], []);
        entry.Required("source", $"{where}: the answer");
        return new AnswerRule(
            [.. entry.List("members").Select(member => AnswerMember(output, member, where))],
            [.. entry.List("asked").Select(name => Asked(input, output, name, where))]);
    }

    private static AnswerMember AnswerMember(Shape output, string text, string where)
    {
        var parts = text.Split(['='], 2);
        return new AnswerMember(Path(output, parts[0], where), parts.Length == 2 ? parts[1] : null);
    }

    private static Member Asked(Shape input, Shape output, string name, string where)
    {
        var answered = output.Find(name, where);
        return input.Find(name, where).Shape.Kind == ShapeKind.String && answered.Shape.Kind == ShapeKind.String
            ? answered
            : throw new ModelException($"{where}: '{name}' is not a string, so the answer cannot repeat it.");
    }

    private Shape Structure(XElement operation, string key, string where)
    {
        if (operation.Optional(key) is not { } name)
            return new Shape("", ShapeKind.Structure);
        var shape = shapes.Find(name, where);
        return shape.Kind == ShapeKind.Structure
            ? shape
            : throw new ModelException($"{where}: the {key} '{name}' is not a structure.");
    }

    private ServiceError Error(string name, string where) =>
        errors.TryGetValue(name, out var error)
            ? error
            : throw new ModelException($"{where} declares the error '{name}', which is not defined.");

    private static IReadOnlyList<Member> Members(Shape input, XElement names, string where) =>
        [.. names.Elements().Select(name => input.Find(name.Value, where))];

    private static IReadOnlyList<Member> Path(Shape output, string path, string where)
    {
        var members = new List<Member>();
        foreach (var name in path.Split('.'))
        {
            var member = output.Find(name, where);
            members.Add(member);
            output = member.Shape;
        }

        if (output.Kind is ShapeKind.List or ShapeKind.Map)
        {
            throw new ModelException(
                $"{where}: the answer '{path}' is a collection, which the official clients read as null when it is empty.");
        }
        return members;
    }
}
