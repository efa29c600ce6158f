using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>What the answer of each operation must hold to count.</summary>
internal static class AnswerSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Answers", $$"""
        #nullable enable

        using Amazon.Runtime;
        using {{service.Namespace}}.Model;

        namespace CognitoPools.Account;

        internal static class {{service.Name}}Answers
        {
            /// <summary>The first of the members that the answer must hold and lacks; null when it counts, or when it is another service's.</summary>
            public static string? Lack(AmazonWebServiceResponse response) => response switch
            {
        {{Text.Lines(service.Operations.Select(Case))}}
                _ => null,
            };
        }
        """);

    private static string Case(Operation operation)
    {
        var type = $"{operation.Name}Response";
        if (operation.Answer.Count == 0)
            return $"        {type} => string.IsNullOrEmpty(response.ResponseMetadata?.RequestId) ? \"RequestId\" : null,";
        var checks = operation.Answer.Select(path => $"\n            {IsMissing(path)} ? {Text.Quote(Path(path))} :");
        return $"        {type} answer =>{string.Concat(checks)}\n            null,";
    }

    private static string IsMissing(IReadOnlyList<Member> path)
    {
        var value = $"answer.{string.Join("?.", path.Select(member => member.Property))}";
        var last = path[path.Count - 1].Shape;
        return last.Kind == ShapeKind.String && !last.IsConstant ? $"string.IsNullOrEmpty({value})" : $"{value} is null";
    }

    private static string Path(IReadOnlyList<Member> path) => string.Join(".", path.Select(member => member.Name));
}
