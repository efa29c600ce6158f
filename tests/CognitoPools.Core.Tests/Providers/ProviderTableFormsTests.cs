using System.Collections;
using CognitoPools.Account;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Providers;

/// <summary>A provider in the words of other tools, and as a file keeps one.</summary>
public class ProviderTableFormsTests
{
    private const string Name = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123";

    private readonly ProviderTable table = new(AwsPartition.Aws, "123456789012");

    public static TheoryData<Hashtable> UserPools =>
    [
        new Hashtable { ["UserPoolId"] = "us-east-1_AbCdEf123", ["ClientId"] = "abc", ["ServerSideTokenCheck"] = false },
        new Hashtable { ["UserPoolId"] = "us-east-1_AbCdEf123:abc", ["ServerSideTokenCheck"] = "False" },
        new Hashtable { ["ProviderName"] = Name, ["ClientId"] = "abc", ["ServerSideTokenCheck"] = false },
        new Hashtable { ["provider_name"] = Name, ["client_id"] = "abc", ["server_side_token_check"] = false },
        new Hashtable
        {
            ["IdentityPoolId"] = "us-east-1:00000000-0000-0000-0000-000000000000", ["Type"] = 0L, ["Name"] = Name, ["ClientId"] = "abc",
            ["ServerSideTokenCheck"] = false, ["RoleSetting"] = 0L, ["LoginKey"] = Name, ["RoleMappingKey"] = Name + ":abc", ["TagKey"] = Name,
        },
    ];

    [Theory]
    [MemberData(nameof(UserPools))]
    public void A_user_pool_is_read_in_the_words_of_every_tool(Hashtable given)
    {
        var provider = table.Read(given);
        Assert.Equal(Name, provider.Name);
        Assert.Equal("abc", provider.ClientId);
        Assert.False(provider.ServerSideTokenCheck);
    }

    [Theory]
    [InlineData("ProviderName", "nowhere.example.com", "does not identify the kind")]
    [InlineData("Googel", "1-a.apps.googleusercontent.com", "Did you mean Google?")]
    public void What_cannot_be_read_says_why(string key, string value, string said) => Assert.Contains(
        said, Assert.Throws<InvalidSettingException>(() => table.Read(new Hashtable { [key] = value })).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_app_clients_are_refused()
    {
        var given = new Hashtable { ["UserPoolId"] = "us-east-1_AbCdEf123:abc", ["ClientId"] = "other" };
        Assert.Contains("another app client", Assert.Throws<InvalidSettingException>(() => table.Read(given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_beside_another_role_setting_are_refused()
    {
        var rule = new Hashtable { ["Claim"] = "a", ["Value"] = "b", ["Role"] = "r" };
        var given = new Hashtable { ["Google"] = "1-a.apps.googleusercontent.com", ["RoleSetting"] = "Default", ["Rules"] = rule };
        Assert.Equal("RoleSetting", Assert.Throws<InvalidSettingException>(() => table.Read(given)).Setting);
    }
}
