using System.Globalization;
using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>The inputs that the sandbox validates. A shape is written before the shapes that are made of it.</summary>
internal static class ConstraintSource
{
    public static Source Of(ServiceModel service)
    {
        var shapes = DotNet.InOrder(service.Operations.Select(operation => operation.Input))
            .Where(shape => shape.Name.Length > 0);
        return Source.Of(service, "Inputs", $$"""
            #nullable enable

            namespace CognitoPools.Sandbox.Validation;

            internal static class {{service.Name}}Inputs
            {
            {{Text.Lines(shapes.Select(Field))}}

                public static System.Collections.Generic.IReadOnlyList<string> Operations { get; } =
                [
            {{Text.Lines(service.Operations.Select(operation => $"        {Text.Quote(operation.Name)},"))}}
                ];

                public static StructureShape Of(string operation) => operation switch
                {
            {{Text.Lines(service.Operations.Select(Case))}}
                    _ => throw new System.ArgumentOutOfRangeException(nameof(operation), operation, "The service model has no such operation."),
                };
            }
            """);
    }

    private static string Case(Operation operation) =>
        $"        {Text.Quote(operation.Name)} => {(operation.Input.Name.Length == 0 ? "new([])" : Name(operation.Input))},";

    private static string Field(Shape shape)
    {
        var type = shape.Kind switch
        {
            ShapeKind.Structure => "StructureShape",
            ShapeKind.List => "ListShape",
            ShapeKind.Map => "MapShape",
            ShapeKind.String => "TextShape",
            ShapeKind.Boolean => "FlagShape",
            _ => "NumberShape",
        };
        var sensitive = shape.IsSensitive ? " { IsSensitive = true }" : "";
        return $"    private static readonly {type} {Name(shape)} = new({string.Join(", ", Arguments(shape))}){sensitive};";
    }

    private static IEnumerable<string> Arguments(Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                yield return $"[{string.Concat(shape.Members.Select(member => "\n        " + Member(member) + ","))}]";
                break;
            case ShapeKind.List:
                yield return Name(shape.Item!);
                break;
            case ShapeKind.Map:
                yield return Name(shape.Key!);
                yield return Name(shape.Item!);
                break;
        }

        if (shape.Min is { } min)
            yield return $"Min: {min.ToString(CultureInfo.InvariantCulture)}";
        if (shape.Max is { } max)
            yield return $"Max: {max.ToString(CultureInfo.InvariantCulture)}";
        if (shape.Pattern is { } pattern)
            yield return $"Pattern: {Text.Quote(pattern)}";
        if (shape.IsConstant)
            yield return $"Values: [{string.Join(", ", shape.Values.Select(Text.Quote))}]";
    }

    private static string Member(Member member) =>
        $"new({Text.Quote(member.Name)}, {Name(member.Shape)}{(member.IsRequired ? ", IsRequired: true" : "")})";

    private static string Name(Shape shape) => Text.Upper(shape.Name);
}
