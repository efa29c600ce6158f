using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIn;

namespace Amazon.IdentityManagement.Internal;

/// <summary>Gives each request its endpoint.</summary>
internal sealed class IdentityManagementEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        StandInEndpointParameters.From(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
