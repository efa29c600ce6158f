using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleContainsCheckTests
{
    private readonly RuleContainsCheck check = new();

    [Fact]
    public void Hit_a_part_of_an_attribute_is_enough()
    {
        var pool = PoolCases.Of(PoolCases.Ruled("sub Equals a", "custom:role Contains admin"));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.EndsWith("-At 2", result.Remedy, StringComparison.Ordinal);
        Assert.Equal("custom:role Equals admin", pool.Repaired(result).Pool.Providers[0].Rules[1].ToString().Split(" -> ")[0]);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_low_on_groups()
    {
        var result = Assert.Single(check.Run(PoolCases.Of(PoolCases.Ruled("cognito:groups Contains admin"))));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.Contains("-RoleSetting Token", result.Remedy, StringComparison.Ordinal);
        Assert.Null(result.Repair);
    }

    [Fact]
    public void Miss_the_whole_value() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("custom:role Equals admin"))));

    [Fact]
    public void Near_miss_the_beginning_of_a_value() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("custom:role StartsWith admin"))));

    [Fact]
    public void Near_miss_an_address_is_reported_once() =>
        Assert.DoesNotContain(PoolCases.Of(PoolCases.Ruled("email Contains @a.example")).Audit(), finding => finding.Id == check.Info.Id);
}
