using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

internal static class ConfigSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Config", $$"""
        using {{service.Namespace}}.Internal;
        using Amazon.Runtime;
        using Amazon.Runtime.Endpoints;
        using Amazon.Runtime.StandIn;
        using Amazon.Util.Internal;

        namespace {{service.Namespace}};

        public partial class {{service.Client}}Config : ClientConfig
        {
            private static readonly string Agent = InternalSDKUtils.BuildUserAgentString({{Text.Quote(service.Name)}}, "4.0.0");

            public {{service.Client}}Config()
                : base(StandInConfigurations.Provider())
            {
                base.ServiceId = ServiceId;
                AuthenticationServiceName = {{Text.Quote(service.SigningName)}};
                EndpointProvider = new {{service.Name}}EndpointRules();
            }

            public static new string ServiceId => {{Text.Quote(service.ServiceId)}};

            public override string RegionEndpointServiceName => {{Text.Quote(service.SigningName)}};

            public override string ServiceVersion => {{Text.Quote(service.Version)}};

            public override string UserAgent => Agent;

            public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
                EndpointProvider.ResolveEndpoint(StandInEndpointParameters.From(this, parameters.AlternateEndpoint));
        }

        public partial class {{service.Client}}Request : AmazonWebServiceRequest
        {
        }
        """);
}
