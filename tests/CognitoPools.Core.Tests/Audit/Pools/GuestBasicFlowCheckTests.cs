using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class GuestBasicFlowCheckTests
{
    private readonly GuestBasicFlowCheck check = new();

    [Theory]
    [InlineData(BasicFlowState.Active)]
    [InlineData(BasicFlowState.Unset)]
    public void Hit_guests_can_use_the_basic_flow(BasicFlowState state)
    {
        var pool = AuditCase.With(AuditCase.Tidy with { GuestAccess = true, BasicFlow = state });

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Equal($"Set-CognitoIdentityPool '{AuditCase.PoolId}' -BasicFlow Inactive", result.Remedy);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Miss_the_basic_flow_is_off() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { GuestAccess = true })));

    [Fact]
    public void Near_miss_rules_keep_the_service_from_accepting_it() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with
    {
        GuestAccess = true,
        BasicFlow = BasicFlowState.Active,
        Providers = [PoolCases.Ruled("sub Equals a")],
    })));
}
