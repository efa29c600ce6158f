using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Runtime.StandIn;

namespace Amazon.CognitoIdentity.Internal;

/// <summary>The service's endpoints: one for each Region.
/// https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html</summary>
internal sealed class CognitoIdentityEndpointRules : EndpointRules
{
    protected override Endpoint Resolve(string region, Partition partition, bool fips, bool dualStack)
    {
        var host = fips ? "cognito-identity-fips" : "cognito-identity";
        // The Regions of 'aws' answer both IP versions under their old names.
        var oldName = !dualStack || (fips ? IsOldFips(region) : partition.name == "aws");
        return new Endpoint($"https://{host}.{region}.{(oldName ? partition.dnsSuffix : partition.dualStackDnsSuffix)}");
    }

    private static bool IsOldFips(string region) => region is "us-east-1" or "us-east-2" or "us-west-1" or "us-west-2";
}
