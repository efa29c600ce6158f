using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderTokenCheckOffCheckTests
{
    private readonly ProviderTokenCheckOffCheck check = new();

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void Hit_the_check_is_off(bool? value)
    {
        var pool = PoolCases.Of(AuditCase.UserPoolClient with { ServerSideTokenCheck = value });

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.EndsWith("-ServerSideTokenCheck $true", result.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Miss_the_check_is_on() => Assert.Empty(check.Run(PoolCases.Of(AuditCase.UserPoolClient)));

    [Fact]
    public void Near_miss_other_providers_have_no_such_check() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google, PoolCases.Saml)));
}
