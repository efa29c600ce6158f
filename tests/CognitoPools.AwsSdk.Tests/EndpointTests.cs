using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;

namespace CognitoPools.AwsSdk.Tests;

/// <summary>The endpoint rules of both services, as AWS publishes them in its rule sets. They read the process's
/// environment, so they run one after the other.</summary>
[Collection(nameof(EndpointTests))]
[CollectionDefinition(nameof(EndpointTests), DisableParallelization = true)]
public class EndpointTests
{
    [Theory]
    [InlineData("eu-central-1", false, false, "https://cognito-identity.eu-central-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://cognito-identity-fips.us-east-1.amazonaws.com")]
    [InlineData("eu-central-1", true, false, "https://cognito-identity-fips.eu-central-1.amazonaws.com")]
    [InlineData("eu-central-1", false, true, "https://cognito-identity.eu-central-1.amazonaws.com")]
    [InlineData("us-west-2", true, true, "https://cognito-identity-fips.us-west-2.amazonaws.com")]
    [InlineData("eu-central-1", true, true, "https://cognito-identity-fips.eu-central-1.api.aws")]
    [InlineData("us-gov-west-1", false, false, "https://cognito-identity.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://cognito-identity-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", false, true, "https://cognito-identity.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-north-1", false, true, "https://cognito-identity.cn-north-1.api.amazonwebservices.com.cn")]
    public void Identity_pools_have_an_endpoint_in_each_Region(string region, bool fips, bool dualStack, string expected)
    {
        var config = new AmazonCognitoIdentityConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };
        Assert.Equal(expected, config.DetermineServiceOperationEndpoint(new(new GetIdRequest())).URL);
    }

    [Theory]
    [InlineData("eu-central-1", false, false, "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("eu-central-1", true, false, "https://iam-fips.amazonaws.com/", "us-east-1")]
    [InlineData("eu-central-1", false, true, "https://iam.global.api.aws/", "us-east-1")]
    [InlineData("eu-central-1", true, true, "https://iam-fips.global.api.aws/", "us-east-1")]
    [InlineData("cn-northwest-1", false, false, "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("cn-northwest-1", false, true, "https://iam.global.api.amazonwebservices.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", false, false, "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("us-gov-east-1", true, false, "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("us-gov-east-1", false, true, "https://iam.us-gov.api.aws/", "us-gov-west-1")]
    public async Task IAM_has_one_endpoint_and_signing_Region_in_each_partition(
        string region, bool fips, bool dualStack, string expected, string signing)
    {
        var service = new FakeService().Answer("<ListRolesResponse/>");
        using var client = service.Iam(config =>
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dualStack;
        });
        await client.ListRolesAsync();
        Assert.Equal(
            (expected, signing),
            (service.Requests.Single().Address.AbsoluteUri, service.Requests.Single().SigningRegion));
    }

    [Fact]
    public async Task Identity_pools_are_signed_for_their_Region()
    {
        var service = new FakeService().Answer("{}");
        using var client = service.Pools(config => config.RegionEndpoint = RegionEndpoint.APSoutheast2);
        await client.DescribeIdentityPoolAsync("x");
        Assert.Equal("ap-southeast-2", service.Requests.Single().SigningRegion);
        Assert.Contains(
            "/cognito-identity/aws4_request",
            service.Requests.Single().Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_of_ones_own_is_used_as_it_is_and_signed_for_the_named_Region()
    {
        var service = new FakeService().Answer("{}");
        using var client = service.Pools(config =>
        {
            config.ServiceURL = "http://localhost:5000/base";
            config.AuthenticationRegion = "eu-west-3";
        });
        await client.DescribeIdentityPoolAsync("x");
        Assert.StartsWith("http://localhost:5000/base", service.Requests.Single().Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("eu-west-3", service.Requests.Single().SigningRegion);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void An_endpoint_of_ones_own_contradicts_FIPS_and_dual_stack(bool fips, bool dualStack)
    {
        var config = new AmazonCognitoIdentityConfig
        {
            ServiceURL = "http://localhost:5000",
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };
        Assert.Throws<AmazonClientException>(() => config.DetermineServiceOperationEndpoint(new(new GetIdRequest())));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "http://localhost:5001/", "http://localhost:5001/")]
    [InlineData("AWS_ENDPOINT_URL_COGNITO_IDENTITY", "http://localhost:5002/", "https://iam.amazonaws.com/")]
    [InlineData("AWS_ENDPOINT_URL_IAM", "https://cognito-identity.eu-central-1.amazonaws.com/", "http://localhost:5003/")]
    public async Task The_environment_names_endpoints_for_all_services_or_for_one(string variable, string pools, string iam)
    {
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, pools.StartsWith("http://l", StringComparison.Ordinal) ? pools : iam);
        try
        {
            var service = new FakeService().Answer("{}").Answer("<ListRolesResponse/>");
            using var poolClient = service.Pools();
            using var iamClient = service.Iam();
            await poolClient.DescribeIdentityPoolAsync("x");
            await iamClient.ListRolesAsync();
            Assert.Equal([pools, iam], service.Requests.Select(request => request.Address.AbsoluteUri));
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }
}
