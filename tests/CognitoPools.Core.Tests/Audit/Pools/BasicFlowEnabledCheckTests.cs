using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class BasicFlowEnabledCheckTests
{
    private readonly BasicFlowEnabledCheck check = new();

    [Theory]
    [InlineData(BasicFlowState.Active, PoolFindingSeverity.Medium)]
    [InlineData(BasicFlowState.Unset, PoolFindingSeverity.Low)]
    public void Hit_users_can_use_the_basic_flow(BasicFlowState state, PoolFindingSeverity severity)
    {
        var pool = AuditCase.With(AuditCase.Tidy with { BasicFlow = state });

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(severity, result.Severity);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Miss_the_basic_flow_is_off() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_guests_can_use_it_too() =>
        Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { BasicFlow = BasicFlowState.Active, GuestAccess = true })));

    [Fact]
    public void Near_miss_the_service_refuses_it_for_SAML() =>
        Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { BasicFlow = BasicFlowState.Active, Providers = [PoolCases.Saml] })));
}
