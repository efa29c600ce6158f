using Amazon.Runtime.Endpoints;

namespace Amazon.Runtime.StandIn;

/// <summary>What an endpoint hangs on.</summary>
internal sealed class StandInEndpointParameters : EndpointParameters
{
    public string Region => (string)this[nameof(Region)];

    public bool UseDualStack => (bool)this[nameof(UseDualStack)];

    public bool UseFips => (bool)this[nameof(UseFips)];

    public string Endpoint => (string)this[nameof(Endpoint)];

    public static StandInEndpointParameters From(IClientConfig config, RegionEndpoint alternate)
    {
        // The order matters: asking for the URL first would keep the SDK from looking for AWS_ENDPOINT_URL.
        var region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName;
        var endpoint = config.ServiceURL;
        var parameters = new StandInEndpointParameters();
        parameters[nameof(Region)] = region ?? config.AuthenticationRegion;
        parameters[nameof(UseDualStack)] = config.UseDualstackEndpoint;
        parameters[nameof(UseFips)] = config.UseFIPSEndpoint;
        parameters[nameof(Endpoint)] = endpoint;
        return parameters;
    }
}
