using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

public class AwsPartitionTests
{
    [Theory]
    [InlineData("eu-west-1", "aws", "amazonaws.com", "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData(
        "us-gov-west-1", "aws-us-gov", "amazonaws.com",
        "cognito-identity-us-gov.amazonaws.com", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData(
        "cn-north-1", "aws-cn", "amazonaws.com.cn",
        "cognito-identity.cn-north-1.amazonaws.com.cn", "cognito-identity.amazonaws.com.cn")]
    [InlineData("us-iso-east-1", "aws-iso", "c2s.ic.gov", "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData(
        "us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov",
        "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData(
        "us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov",
        "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData(
        "eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk",
        "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData(
        "us-gov-east-1", "aws-us-gov", "amazonaws.com",
        "cognito-identity.us-gov-east-1.amazonaws.com", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("eusc-de-east-1", "aws-eusc", "amazonaws.eu", "cognito-identity.amazonaws.eu", "cognito-identity.amazonaws.eu")]
    [InlineData("xx-future-1", "aws", "amazonaws.com", "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    public void A_region_tells_the_partition_and_its_names(
        string region, string name, string suffix, string principal, string prefix) =>
        Cultures.Each(() =>
        {
            var found = AwsPartition.FromRegion(region);
            Assert.Equal(
                (name, principal, prefix, suffix),
                (found.Name, found.CognitoPrincipal, found.CognitoKeyPrefix, found.DnsSuffix));
        });

    [Theory]
    [InlineData("us-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    public void China_has_a_developer_login_key_of_its_own(string region, string key) =>
        Assert.Equal(key, AwsPartition.FromRegion(region).DeveloperLoginKey);

    [Fact]
    public void The_two_regions_of_govcloud_do_not_trust_each_other()
    {
        const string West = "us-gov-west-1:11111111-2222-3333-4444-555555555555";
        var east = TrustPolicy.ForPool(AwsPartition.UsGovEast, [West], PoolIdentityType.Guest);
        var answer = east.Explain(AwsPartition.UsGov, West, PoolIdentityType.Guest);
        Assert.Equal(PoolRoleTrust.NotTrusted, answer.Trust);
        Assert.Contains(
            "'cognito-identity.us-gov-east-1.amazonaws.com', which belongs to us-gov-east-1, but in us-gov-west-1 it must be "
                + "Federated 'cognito-identity-us-gov.amazonaws.com'",
            answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-gov-east-1", 20, false)]
    [InlineData("us-gov-east-1", 21, true)]
    [InlineData("us-gov-west-1", 64, false)]
    [InlineData("us-east-1", 64, false)]
    public void A_role_name_that_leaves_no_room_for_a_session_is_warned_of(string region, int length, bool warns) =>
        Assert.Equal(
            warns, RoleNames.TooLongWarning(AwsPartition.FromRegion(region), new string('r', length)) is not null);

    [Fact]
    public void The_case_of_a_region_does_not_matter_in_any_culture() =>
        Cultures.Each(() => Assert.Equal("aws-iso", AwsPartition.FromRegion("US-ISO-EAST-1").Name));

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/r", "aws")]
    [InlineData("arn:aws-cn:cognito-identity:cn-north-1:123456789012:identitypool/p", "aws-cn")]
    [InlineData("arn:aws-us-gov:iam::123456789012:role/r", "aws-us-gov")]
    [InlineData("arn:aws-iso-b:iam::123456789012:role/r", "aws-iso-b")]
    [InlineData("arn:aws-new:iam::123456789012:role/r", "aws-new")]
    public void An_arn_names_its_partition(string arn, string name) => Assert.Equal(name, AwsPartition.FromArn(arn).Name);

    [Theory]
    [InlineData("")]
    [InlineData("role/r")]
    [InlineData("arn:aws:iam")]
    [InlineData("urn:aws:iam::123456789012:role/r")]
    [InlineData("arn::iam::123456789012:role/r")]
    public void Refuses_what_is_no_arn(string text) => Assert.Throws<FormatException>(() => AwsPartition.FromArn(text));

    [Fact]
    public void Builds_arns_of_the_partition() => Assert.Equal(
        "arn:aws-cn:cognito-identity:cn-north-1:123456789012:identitypool/p",
        AwsPartition.China.Arn("cognito-identity", "cn-north-1", "123456789012", "identitypool/p"));

    [Fact]
    public void Another_key_prefix_for_china_is_used_throughout()
    {
        var china = AwsPartition.China with { CognitoKeyPrefix = "cognito-identity.cn-north-1.amazonaws.com.cn" };
        const string Pool = "cn-north-1:11111111-2222-3333-4444-555555555555";
        var policy = TrustPolicy.ForPool(china, [Pool], PoolIdentityType.Guest);
        Assert.Contains("\"cognito-identity.cn-north-1.amazonaws.com.cn:aud\"", policy.ToJson(), StringComparison.Ordinal);
        Assert.True(policy.Explain(china, Pool, PoolIdentityType.Guest).Trust == PoolRoleTrust.Trusted);
        Assert.Equal([Pool], policy.AudiencePools(china));
        Assert.False(policy.Explain(AwsPartition.China, Pool, PoolIdentityType.Guest).Trust == PoolRoleTrust.Trusted);
    }
}
