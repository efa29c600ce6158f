using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class DeveloperProviderCheckTests
{
    private readonly DeveloperProviderCheck check = new();

    [Fact]
    public void Hit_a_back_end_signs_users_in()
    {
        var result = Assert.Single(check.Run(PoolCases.Of(PoolCases.Developer)));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Equal("DeveloperProviderName: login.example.com", result.Evidence);
    }

    [Fact]
    public void Miss_no_such_provider() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_an_OpenID_Connect_provider_of_the_same_name() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.OpenId("login.example.com"))));
}
