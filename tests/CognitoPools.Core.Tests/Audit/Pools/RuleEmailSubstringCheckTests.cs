using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RuleEmailSubstringCheckTests
{
    private readonly RuleEmailSubstringCheck check = new();

    [Theory]
    [InlineData("email Contains @example.com")]
    [InlineData("email StartsWith admin@")]
    public void Hit_a_part_of_an_address_is_enough(string rule)
    {
        var pool = PoolCases.Of(PoolCases.Ruled("cognito:groups Equals staff", rule));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.High, result.Severity);
        Assert.Equal($"Rule 2 of {AuditCase.UserPool}:{AuditCase.ClientId}", result.Target);
        // No address equals its part, so that an exact rule would fit nobody.
        Assert.Contains("-RemoveRule @{ Claim = 'email';", result.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("-AddRule", result.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_the_rule_for_the_whole_address_is_not_made_twice()
    {
        var pool = PoolCases.Of(PoolCases.Ruled("email StartsWith a@example.com", "email Equals a@example.com"));

        var result = Assert.Single(check.Run(pool));

        Assert.DoesNotContain("-AddRule", result.Remedy, StringComparison.Ordinal);
        Assert.Single(pool.Repaired(result).Pool.Providers[0].Rules);
    }

    [Fact]
    public void Miss_the_whole_address() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("email Equals a@example.com"))));

    [Fact]
    public void Near_miss_whether_it_was_verified() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("email_verified StartsWith t"))));
}
