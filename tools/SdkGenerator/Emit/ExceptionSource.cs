using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

internal static class ExceptionSource
{
    public static Source Of(ServiceModel service)
    {
        var root = service.Client + "Exception";
        return Source.Of(service, "Exceptions", $$"""
            using System;
            using System.Net;
            using Amazon.Runtime;

            namespace {{service.Namespace}}
            {
            {{Class(root, "AmazonServiceException")}}
            }

            namespace {{service.Namespace}}.Model
            {
            {{string.Join("\n\n", service.Errors.Select(error => Class(error.Name, root)))}}
            }
            """);
    }

    private static string Class(string name, string parent) => $$"""
            public partial class {{name}} : {{parent}}
            {
                public {{name}}()
                {
                }

                public {{name}}(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
                    : base(message, innerException, errorType, errorCode, requestId, statusCode)
                {
                }
            }
        """;
}
