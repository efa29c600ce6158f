using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderDeprecatedCheckTests
{
    private readonly ProviderDeprecatedCheck check = new();

    [Theory]
    [InlineData(ProviderType.Twitter, "api.twitter.com", "Twitter uses OAuth 1.0a, which requires the application secret in the pool configuration.")]
    [InlineData(ProviderType.Digits, "www.digits.com", "Digits was shut down in 2017.")]
    public void Hit_a_deprecated_provider(ProviderType type, string host, string why)
    {
        var pool = PoolCases.Of(AuditCase.UserPoolClient, new PoolIdentityProvider { Type = type, Name = host, ClientId = "key;Hidden0Secret" });

        var result = Assert.Single(check.Run(pool));

        Assert.Equal((PoolFindingSeverity.Low, why), (result.Severity, result.Why));
        Assert.DoesNotContain("Hidden0Secret", result.ToString(), StringComparison.Ordinal);
        Assert.Equal([AuditCase.UserPoolClient], pool.Repaired(result).Pool.Providers);
    }

    [Fact]
    public void Miss_other_public_providers() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google)));

    [Fact]
    public void Near_miss_the_same_host_as_an_OpenID_Connect_provider() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.OpenId("api.twitter.com"))));
}
