using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>The errors that each operation declares. Switches, because they cost nothing until there is an error.</summary>
internal static class ErrorSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Errors", $$"""
        using {{service.Namespace}}.Model;
        using Amazon.Runtime;
        using Amazon.Runtime.StandIn;

        namespace {{service.Namespace}}.Internal;

        internal sealed class {{service.Name}}Errors : ServiceErrors
        {
            protected override bool IsDeclared(string operation, string code)
            {
                switch (operation)
                {
        {{Text.Lines(service.Operations.Where(operation => operation.Errors.Count > 0).Select(Declaration))}}
                    default:
                        return false;
                }
            }

            protected override AmazonServiceException Typed(string code, ErrorAnswer error)
            {
                switch (code)
                {
        {{Text.Lines(service.Errors.Select(Case))}}
                    default:
                        return Untyped(error);
                }
            }

            protected override AmazonServiceException Untyped(ErrorAnswer error) =>
                {{Exception(service.Client + "Exception")}};
        }
        """);

    private static string Declaration(Operation operation) => $"""
                    case {Text.Quote(operation.Name)}:
                        return code is {string.Join(" or ", operation.Errors.Select(error => Text.Quote(error.Code)))};
        """;

    private static string Case(ServiceError error) => $"""
                    case {Text.Quote(error.Code)}:
                        return {Exception(error.Name)};
        """;

    private static string Exception(string name) =>
        $"new {name}(error.Message, error.Inner, error.Type, error.Code, error.RequestId, error.Status)";
}
