using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderOpenSignUpCheckTests
{
    private readonly ProviderOpenSignUpCheck check = new();

    [Fact]
    public void Hit_a_public_provider()
    {
        var result = Assert.Single(check.Run(PoolCases.Of(PoolCases.Google)));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Equal("accounts.google.com", result.Target);
    }

    [Fact]
    public void Hit_a_user_pool_in_which_users_sign_themselves_up() => Assert.Single(check.Run(Knowing(isOpen: true)));

    [Fact]
    public void Miss_only_administrators_create_users() => Assert.Empty(check.Run(Knowing(isOpen: false)));

    [Fact]
    public void Near_miss_nothing_is_known_of_the_user_pool() => Assert.Empty(check.Run(PoolCases.Of(AuditCase.UserPoolClient, PoolCases.Saml)));

    private static AuditedPool Knowing(bool isOpen) => PoolCases.Of(AuditCase.UserPoolClient) with
    {
        UserPools = new() { SelfSignUp = new Dictionary<string, bool> { ["eu-west-1_Example01"] = isOpen } },
    };
}
