using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleStaleKeyCheckTests
{
    private readonly RuleStaleKeyCheck check = new();

    [Fact]
    public void Hit_a_mapping_is_of_no_provider()
    {
        var pool = AuditCase.With(AuditCase.Tidy with { StaleRoleMappings = ["cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Gone:client"] });

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Contains("eu-west-1_Gone:client", result.Evidence, StringComparison.Ordinal);
        Assert.Empty(result.Repair!.Change.Warnings);
        Assert.Equal("cognito-identity:SetIdentityPoolRoles", Assert.Single(PoolPlanner.Plan(result.Repair.Change).Steps).Operation);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_the_repair_says_that_the_basic_flow_comes_back()
    {
        var pool = AuditCase.With(AuditCase.Tidy with { BasicFlow = BasicFlowState.Unset, StaleRoleMappings = ["graph.facebook.com"] });

        Assert.NotEmpty(Assert.Single(check.Run(pool)).Repair!.Change.Warnings);
    }

    [Fact]
    public void Miss_no_mapping() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_the_mapping_of_a_provider() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("sub Equals a"))));
}
