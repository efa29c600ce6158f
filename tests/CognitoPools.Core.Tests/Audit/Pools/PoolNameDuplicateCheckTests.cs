using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class PoolNameDuplicateCheckTests
{
    private readonly PoolNameDuplicateCheck check = new();

    [Fact]
    public void Hit_another_pool_has_the_name()
    {
        var result = Assert.Single(check.Run(AuditCase.With(AuditCase.Tidy) with { Namesakes = ["eu-west-1:other"] }));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Contains("eu-west-1:other", result.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_no_other_pool() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_another_pool_that_a_trust_policy_names() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy) with
    {
        OtherPools = new Dictionary<string, TrustedPoolState> { ["eu-west-1:other"] = TrustedPoolState.Exists },
    }));
}
