using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleShadowedCheckTests
{
    private readonly RuleShadowedCheck check = new();

    [Fact]
    public void Hit_an_earlier_rule_fits_whatever_it_fits()
    {
        var pool = PoolCases.Of(PoolCases.Ruled("hd StartsWith a", "hd Equals abc to users"));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.StartsWith("Rule 2 of ", result.Target, StringComparison.Ordinal);
        Assert.Contains("rule 1", result.Why, StringComparison.Ordinal);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_one_of_two_equal_rules_is_removed_by_its_number()
    {
        var result = Assert.Single(check.Run(PoolCases.Of(PoolCases.Ruled("hd Equals a", "hd Equals a"))));

        Assert.EndsWith("-RemoveRule 2", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_other_values() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("hd Equals a", "hd Equals b"))));

    [Fact]
    public void Near_miss_the_broader_rule_comes_later() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("hd Equals abc to users", "hd StartsWith a"))));
}
