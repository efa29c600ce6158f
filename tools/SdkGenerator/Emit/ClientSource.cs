using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

internal static class ClientSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Client", $$"""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using {{service.Namespace}}.Internal;
        using {{service.Namespace}}.Model;
        using Amazon.Runtime;
        using Amazon.Runtime.Internal;
        using Amazon.Runtime.StandIn;

        namespace {{service.Namespace}};

        public partial class {{service.Client}}Client : AmazonServiceClient, I{{service.Client}}
        {
            private static readonly IServiceMetadata Metadata = new StandInMetadata({{Text.Quote(service.ServiceId)}});
            private static readonly Protocol Wire = {{Protocol(service)}};

            public {{service.Client}}Client(AWSCredentials credentials, {{service.Client}}Config clientConfig)
                : base(credentials, clientConfig)
            {
            }

            protected override IServiceMetadata ServiceMetadata => Metadata;

        {{Text.Lines(service.Operations.SelectMany(Methods))}}
            protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
            {
                pipeline.RemoveHandler<EndpointResolver>();
                pipeline.AddHandlerAfter<Marshaller>(new StandInEndpointResolver());
                pipeline.AddHandlerAfter<Marshaller>(new StandInAuthResolver({{Unsigned(service)}}));
            }
        }
        """);

    private static string Protocol(ServiceModel service)
    {
        var common = $"{Text.Quote(service.Version)}, {Text.Quote(service.Namespace)}, new {service.Name}Errors()";
        return service.Target is { } target
            ? $"new JsonProtocol({Text.Quote(target)}, {common})"
            : $"new QueryProtocol({common})";
    }

    private static string Unsigned(ServiceModel service) =>
        string.Join(
            ", ",
            service.Operations.Where(operation => operation.IsUnsigned).Select(operation => Text.Quote(operation.Name)));

    private static IEnumerable<string> Methods(Operation operation)
    {
        var name = operation.Name;
        foreach (var overload in operation.Overloads)
        {
            var members = string.Join(", ", overload.Select(member => $"{member.Property} = {member.Parameter}"));
            var request = members.Length == 0 ? $"new {name}Request()" : $"new {name}Request {{ {members} }}";
            yield return $"""
                    public virtual Task<{name}Response> {name}Async({overload.Parameters()}CancellationToken cancellationToken = default) =>
                        {name}Async({request}, cancellationToken);

                """;
        }

        yield return $"""
                public virtual Task<{name}Response> {name}Async({name}Request request, CancellationToken cancellationToken = default) =>
                    InvokeAsync<{name}Response>(request, Wire.Operation<{name}Response>({Text.Quote(name)}), cancellationToken);

            """;
    }
}
