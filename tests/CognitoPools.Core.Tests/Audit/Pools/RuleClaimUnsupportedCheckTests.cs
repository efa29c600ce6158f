using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleClaimUnsupportedCheckTests
{
    private readonly RuleClaimUnsupportedCheck check = new();

    [Fact]
    public void Hit_a_claim_that_the_pool_does_not_see()
    {
        var pool = PoolCases.Of(PoolCases.Facebook.Ruled("sub Equals 1", "email Equals a@example.com"));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Equal("Rule 2 of graph.facebook.com", result.Target);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Miss_a_claim_that_it_sees() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Facebook.Ruled("sub Equals 1"))));

    [Fact]
    public void Near_miss_another_provider_has_the_claim() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google.Ruled("email Equals a@example.com"))));
}
