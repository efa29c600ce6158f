using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderSecretInConfigCheckTests
{
    private readonly ProviderSecretInConfigCheck check = new();

    [Fact]
    public void Hit_a_secret_is_in_the_configuration_and_is_not_shown()
    {
        var pool = PoolCases.Of(PoolCases.Twitter);

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Equal("api.twitter.com: consumerkey;***", result.Evidence);
        Assert.DoesNotContain("Hidden0Secret", $"{result.Target} {result.Evidence} {result.Remedy}", StringComparison.Ordinal);
        Assert.DoesNotContain(pool.Audit(), finding => finding.ToString()!.Contains("Hidden0Secret", StringComparison.Ordinal));
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Miss_no_such_provider() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google)));

    [Fact]
    public void Near_miss_only_the_key() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Twitter with { ClientId = "consumerkey" })));
}
