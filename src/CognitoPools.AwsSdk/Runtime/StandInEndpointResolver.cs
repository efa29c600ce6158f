using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Runtime.StandIn;

/// <summary>Gives each request its endpoint.</summary>
internal sealed class StandInEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        StandInEndpointParameters.From(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
