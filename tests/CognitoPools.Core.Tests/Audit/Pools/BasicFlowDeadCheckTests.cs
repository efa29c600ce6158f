using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class BasicFlowDeadCheckTests
{
    private readonly BasicFlowDeadCheck check = new();

    [Fact]
    public void Hit_rules_refuse_the_basic_flow_that_is_on()
    {
        var pool = AuditCase.With(AuditCase.Tidy with { BasicFlow = BasicFlowState.Active, Providers = [PoolCases.Ruled("sub Equals a")] });

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Empty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Miss_no_rules() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { BasicFlow = BasicFlowState.Active })));

    [Fact]
    public void Near_miss_it_was_never_set() => Assert.Empty(check.Run(
        AuditCase.With(AuditCase.Tidy with { BasicFlow = BasicFlowState.Unset, Providers = [PoolCases.Ruled("sub Equals a")] })));
}
