using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class PoolEmptyCheckTests
{
    private readonly PoolEmptyCheck check = new();

    [Fact]
    public void Hit_nobody_can_use_the_pool()
    {
        var result = Assert.Single(check.Run(PoolCases.Of()));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.StartsWith("# ", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_a_provider() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_only_guests() =>
        Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { Providers = [], GuestAccess = true })));

    [Fact]
    public void Near_miss_only_a_developer_provider() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Developer)));
}
