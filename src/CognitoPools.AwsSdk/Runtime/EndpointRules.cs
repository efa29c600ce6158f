using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Runtime.StandIn;

/// <summary>The part of the endpoint rules that all AWS services share.</summary>
internal abstract class EndpointRules : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var known = (StandInEndpointParameters)parameters;
        if (!string.IsNullOrEmpty(known.Endpoint))
        {
            if (known.UseFips)
                throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
            if (known.UseDualStack)
                throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
            return new Endpoint(known.Endpoint);
        }
        if (string.IsNullOrEmpty(known.Region))
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Fn.Partition(known.Region);
        if (known.UseFips && known.UseDualStack && !(partition.supportsFIPS && partition.supportsDualStack))
        {
            throw new AmazonClientException("FIPS and DualStack are enabled, but this partition does not support one or both");
        }
        if (known.UseFips && !partition.supportsFIPS)
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        if (known.UseDualStack && !partition.supportsDualStack)
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");
        return Resolve(known.Region, partition, known.UseFips, known.UseDualStack);
    }

    protected abstract Endpoint Resolve(string region, Partition partition, bool fips, bool dualStack);
}
