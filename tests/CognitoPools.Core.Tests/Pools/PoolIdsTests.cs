using CognitoPools.SignIn;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Ids carry their Region, whose names differ from partition to partition.</summary>
public class PoolIdsTests
{
    private const string Uuid = "12345678-1234-1234-1234-123456789012";

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("ap-southeast-3")]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public void An_id_of_any_partition_is_one(string region)
    {
        Assert.True(PoolIds.IsId($"{region}:{Uuid}"));
        Assert.Equal((region, Uuid), (PoolIds.Region($"{region}:{Uuid}"), PoolIds.Uuid($"{region}:{Uuid}")));
    }

    [Theory]
    [InlineData("europe:" + Uuid)]
    [InlineData("us-east-1:" + Uuid + "0")]
    [InlineData("us-east-1:12345678123412341234123456789012")]
    public void Something_else_is_none(string text) => Assert.False(PoolIds.IsId(text));

    [Theory]
    [InlineData("us-east-1", "amazonaws.com")]
    [InlineData("cn-north-1", "amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", "amazonaws.eu")]
    public void A_user_pool_of_any_partition_is_known_by_its_issuer(string region, string suffix) =>
        Assert.Equal(
            $"cognito-idp.{region}.{suffix}/{region}_AbCdEf123",
            LoginKeys.Find($"https://cognito-idp.{region}.{suffix}/{region}_AbCdEf123"));
}
