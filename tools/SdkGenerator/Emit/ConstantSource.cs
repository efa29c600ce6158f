using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

internal static class ConstantSource
{
    public static Source Of(ServiceModel service)
    {
        var constants = DotNet.InOrder(service.Operations.SelectMany(operation => new[] { operation.Input, operation.Output }))
            .Where(shape => shape.IsConstant)
            .OrderBy(shape => shape.Class(), StringComparer.Ordinal);
        return Source.Of(service, "Constants", $$"""
            using Amazon.Runtime;

            namespace {{service.Namespace}};

            {{string.Join("\n\n", constants.Select(Class))}}
            """);
    }

    private static string Class(Shape shape)
    {
        var name = shape.Class();
        return $$"""
            public class {{name}} : ConstantClass
            {
            {{Text.Lines(shape.Values.Select(value => Field(name, value)))}}

                public {{name}}(string value)
                    : base(value)
                {
                }

                public static {{name}} FindValue(string value) => FindValue<{{name}}>(value);

                public static implicit operator {{name}}(string value) => FindValue(value);
            }
            """;
    }

    /// <summary>A value named like a method of every object hides it, as in the official packages.</summary>
    private static string Field(string type, string value)
    {
        var hides = value is nameof(Equals) or nameof(GetType) or nameof(ToString) ? "new " : "";
        return $"    public {hides}static readonly {type} {value} = new {type}({Text.Quote(value)});";
    }
}
