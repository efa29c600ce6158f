using System.Collections;
using CognitoPools.Account;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Providers;

public class ProviderTableTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(false, false)]
    [InlineData("false", false)]
    public void A_table_of_a_user_pool_can_hold_the_token_check(object? given, bool expected)
    {
        var table = new Hashtable { ["UserPoolId"] = "eu-central-1_AbCdEf123", ["ClientId"] = "one" };
        if (given is not null)
            table["serversidetokencheck"] = given;

        Assert.Equal(expected, Read(table).ServerSideTokenCheck);
    }

    [Fact]
    public void Rules_in_a_table_mean_the_role_setting_Rules_and_deny_the_rest()
    {
        var rule = new Hashtable { ["Claim"] = "sub", ["Value"] = "web", ["Role"] = "one" };
        var provider = Read(new Hashtable { ["Google"] = "1-a.apps.googleusercontent.com", ["Rules"] = rule });

        Assert.Equal(
            (RoleSetting.Rules, RoleResolution.Deny, 1),
            (provider.RoleSetting, provider.RoleResolution, provider.Rules.Count));
    }

    [Fact]
    public void A_setting_that_the_provider_does_not_have_is_refused_and_not_ignored()
    {
        var table = new Hashtable { ["Google"] = "1-a.apps.googleusercontent.com", ["ServerSideTokenCheck"] = true };

        Assert.Equal("ServerSideTokenCheck", Assert.Throws<InvalidSettingException>(() => Read(table)).Setting);
    }

    private static PoolIdentityProvider Read(IDictionary table) =>
        new ProviderTable(AwsPartition.Aws, "123456789012").Read(table);
}
