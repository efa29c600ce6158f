using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleNotEqualCheckTests
{
    private readonly RuleNotEqualCheck check = new();

    [Fact]
    public void Hit_nearly_everyone_gets_the_role()
    {
        var pool = PoolCases.Of(PoolCases.Ruled("sub Equals a", "custom:plan NotEqual free"));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Contains("-RemoveRule @{ Claim = 'custom:plan'; Operator = 'NotEqual'; Value = 'free';", result.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_the_only_rule_is_not_removed()
    {
        var result = Assert.Single(check.Run(PoolCases.Of(PoolCases.Ruled("custom:plan NotEqual free"))));

        Assert.StartsWith("# ", result.Remedy, StringComparison.Ordinal);
        Assert.Null(result.Repair);
    }

    [Fact]
    public void Miss_another_operator() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("custom:plan StartsWith paid"))));

    [Fact]
    public void Near_miss_the_default_role() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("custom:plan NotEqual free to users"))));

    [Fact]
    public void Near_miss_the_complement_of_another_rule() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("custom:plan Equals free to free", "custom:plan NotEqual free to paid"))));

    [Fact]
    public void Hit_the_complement_of_another_value() =>
        Assert.Single(check.Run(PoolCases.Of(PoolCases.Ruled("custom:plan Equals trial to free", "custom:plan NotEqual free to paid"))));
}
