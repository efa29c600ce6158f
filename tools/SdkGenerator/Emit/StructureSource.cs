using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>The structures inside requests and responses.</summary>
internal static class StructureSource
{
    public static Source Of(ServiceModel service)
    {
        var messages = service.Operations.SelectMany(operation => new[] { operation.Input, operation.Output });
        var structures = DotNet.InOrder(messages.SelectMany(message => message.Parts))
            .Where(shape => shape.Kind == ShapeKind.Structure && !shape.IsByHand)
            .OrderBy(shape => shape.Class(), StringComparer.Ordinal);
        return Source.Of(service, "Structures", $$"""
            using System;
            using System.Collections.Generic;

            namespace {{service.Namespace}}.Model;

            {{string.Join("\n\n", structures.Select(Class))}}
            """);
    }

    private static string Class(Shape shape) => $$"""
        public partial class {{shape.Class()}}
        {{Text.Block(shape.Properties())}}
        """;
}
