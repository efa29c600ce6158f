using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>How shapes appear in the official .NET packages.</summary>
internal static class DotNet
{
    public static string Class(this Shape shape) => shape.DotNetName ?? Text.Upper(shape.Name);

    /// <summary>Values are nullable, so that a missing member differs from one that is false or zero.</summary>
    public static string Type(this Shape shape) => shape.Kind switch
    {
        ShapeKind.Structure => shape.Class(),
        ShapeKind.List => $"List<{shape.Item!.Element()}>",
        ShapeKind.Map => $"Dictionary<string, {shape.Item!.Element()}>",
        ShapeKind.String => shape.IsConstant ? shape.Class() : "string",
        ShapeKind.Integer => "int?",
        ShapeKind.Long => "long?",
        ShapeKind.Boolean => "bool?",
        ShapeKind.Timestamp => "DateTime?",
        _ => throw new ModelException($"shape '{shape.Name}' has no .NET type."),
    };

    /// <summary>A property. Collections are null unless the SDK's setting says otherwise.</summary>
    public static string Property(this Member member)
    {
        var type = member.Shape.Type();
        var isCollection = member.Shape.Kind is ShapeKind.List or ShapeKind.Map;
        var start = isCollection ? $" = AWSConfigs.InitializeCollections ? new {type}() : null;" : "";
        return $"    public {type} {member.Property} {{ get; set; }}{start}";
    }

    public static string Properties(this Shape structure) => string.Join("\n\n", structure.Members.Select(Property));

    /// <summary>The parameters of an overload: <c>string identityPoolId, Dictionary&lt;string, string&gt; roles, </c>.</summary>
    public static string Parameters(this IReadOnlyList<Member> overload) =>
        string.Concat(overload.Select(member => $"{member.Shape.Type()} {member.Parameter}, "));

    /// <summary>Every shape below the given ones, what a shape is made of before the shape itself.</summary>
    public static IReadOnlyList<Shape> InOrder(IEnumerable<Shape> roots)
    {
        var order = new List<Shape>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
            Visit(root);
        return order;

        void Visit(Shape shape)
        {
            if (!seen.Add(shape.Name))
                return;
            foreach (var part in shape.Parts)
                Visit(part);
            order.Add(shape);
        }
    }

    private static string Element(this Shape shape) => shape.Type().TrimEnd('?');
}
