using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleLimitCheckTests
{
    private readonly RuleLimitCheck check = new();

    [Theory]
    [InlineData(23)]
    [InlineData(25)]
    public void Hit_few_rules_are_free(int count)
    {
        var result = Assert.Single(check.Run(PoolCases.Of(PoolCases.Ruled(Rules(count)))));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Equal($"Rules: {count} of 25", result.Evidence);
    }

    [Fact]
    public void Hit_few_role_mappings_are_free() => Assert.Equal(
        "Providers with the role setting Rules or Token: 9 of 10",
        Assert.Single(check.Run(PoolCases.Of([.. Clients(9)]))).Evidence);

    [Fact]
    public void Miss_few_rules() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("sub Equals a"))));

    [Fact]
    public void Near_miss_three_rules_are_free() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled(Rules(22)))));

    [Fact]
    public void Near_miss_two_role_mappings_are_free() =>
        Assert.Empty(check.Run(PoolCases.Of([.. Clients(8), AuditCase.UserPoolClient])));

    private static string[] Rules(int count) => [.. Enumerable.Range(1, count).Select(number => $"sub Equals user{number}")];

    private static IEnumerable<PoolIdentityProvider> Clients(int count) => Enumerable.Range(1, count)
        .Select(number => PoolCases.Ruled("sub Equals a") with { ClientId = $"client{number}" });
}
