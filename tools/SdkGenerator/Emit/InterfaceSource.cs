using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

internal static class InterfaceSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Interface", $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using {{service.Namespace}}.Model;
        using Amazon.Runtime;

        namespace {{service.Namespace}};

        public partial interface I{{service.Client}} : IAmazonService, IDisposable
        {
        {{string.Join("\n\n", service.Operations.SelectMany(Methods))}}
        }
        """);

    private static IEnumerable<string> Methods(Operation operation)
    {
        var name = operation.Name;
        foreach (var overload in operation.Overloads)
        {
            yield return $"    Task<{name}Response> {name}Async({overload.Parameters()}CancellationToken "
                + $"cancellationToken = default);";
        }
        yield return $"    Task<{name}Response> {name}Async({name}Request request, CancellationToken cancellationToken "
            + $"= default);";
    }
}
