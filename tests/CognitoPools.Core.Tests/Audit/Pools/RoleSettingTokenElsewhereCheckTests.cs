using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RoleSettingTokenElsewhereCheckTests
{
    private readonly RoleSettingTokenElsewhereCheck check = new();

    [Fact]
    public void Hit_a_token_that_carries_no_role()
    {
        var pool = PoolCases.Of(Token(PoolCases.Google, RoleResolution.AuthenticatedRole));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Equal($"Set-PoolIdentityProvider '{AuditCase.PoolId}' 'accounts.google.com' -RoleSetting Default", result.Remedy);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_users_who_are_denied_now_get_nothing_by_the_remedy()
    {
        var result = Assert.Single(check.Run(PoolCases.Of(Token(PoolCases.Google, RoleResolution.Deny))));

        Assert.StartsWith("# ", result.Remedy, StringComparison.Ordinal);
        Assert.Null(result.Repair);
    }

    [Fact]
    public void Hit_the_remedy_does_not_open_the_basic_flow()
    {
        var pool = AuditCase.With(
            AuditCase.Tidy with { BasicFlow = BasicFlowState.Unset, Providers = [Token(PoolCases.Google, RoleResolution.AuthenticatedRole)] });

        Assert.Null(Assert.Single(check.Run(pool)).Repair);
    }

    [Fact]
    public void Miss_rules() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google.Ruled("hd Equals example.com"))));

    [Fact]
    public void Near_miss_the_token_of_a_user_pool() =>
        Assert.Empty(check.Run(PoolCases.Of(Token(AuditCase.UserPoolClient, RoleResolution.Deny))));

    private static PoolIdentityProvider Token(PoolIdentityProvider provider, RoleResolution resolution) =>
        provider with { RoleSetting = RoleSetting.Token, RoleResolution = resolution };
}
