using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Runtime.StandIn;

namespace Amazon.IdentityManagement.Internal;

/// <summary>The service's endpoints: one for each partition, with a signing Region of its own.
/// https://docs.aws.amazon.com/general/latest/gr/iam-service.html</summary>
internal sealed class IdentityManagementEndpointRules : EndpointRules
{
    protected override Endpoint Resolve(string region, Partition partition, bool fips, bool dualStack) => partition.name switch
    {
        "aws" when dualStack => At(fips ? "iam-fips.global.api.aws" : "iam.global.api.aws", "us-east-1"),
        "aws-cn" when dualStack && !fips => At("iam.global.api.amazonwebservices.com.cn", "cn-north-1"),
        "aws-cn" when !fips => At("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        "aws-us-gov" => At(dualStack ? "iam.us-gov.api.aws" : "iam.us-gov.amazonaws.com", "us-gov-west-1"),
        "aws-iso" when !dualStack =>
            At(fips ? "iam-fips.us-iso-east-1.c2s.ic.gov" : "iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
        "aws-iso-b" when !dualStack =>
            At(fips ? "iam-fips.us-isob-east-1.sc2s.sgov.gov" : "iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
        "aws-iso-e" when !dualStack && !fips => At("iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1"),
        "aws-iso-f" when !dualStack && !fips => At("iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1"),
        "aws-eusc" when !dualStack && !fips => At("iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"),
        _ =>
            At(
                $"{(fips ? "iam-fips" : "iam")}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}",
                partition.implicitGlobalRegion),
    };

    private static Endpoint At(string host, string signingRegion) => new Endpoint(
        "https://" + host,
        "{\"authSchemes\":[{\"name\":\"sigv4\",\"signingRegion\":\"" + signingRegion + "\"}]}",
        "{}");
}
