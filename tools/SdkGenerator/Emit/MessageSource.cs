using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>Requests and responses. They hold the members themselves, whatever the model calls the structure.</summary>
internal static class MessageSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Messages", $$"""
        using System;
        using System.Collections.Generic;
        using Amazon.Runtime;

        namespace {{service.Namespace}}.Model;

        {{string.Join("\n\n", service.Operations.SelectMany(operation => Pair(service, operation)))}}
        """);

    private static IEnumerable<string> Pair(ServiceModel service, Operation operation) =>
    [
        Class($"{operation.Name}Request", $"{service.Client}Request", operation.Input),
        Class($"{operation.Name}Response", "AmazonWebServiceResponse", operation.Output),
    ];

    private static string Class(string name, string parent, Shape shape) => $$"""
        public partial class {{name}} : {{parent}}
        {{Text.Block(shape.Properties())}}
        """;
}
