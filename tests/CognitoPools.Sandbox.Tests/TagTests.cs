using System.Text.Json.Nodes;

namespace CognitoPools.Sandbox.Tests;

public sealed class TagTests : IDisposable
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI";

    private readonly SandboxAccount account = new();
    private readonly Caller caller;

    public TagTests() => caller = new Caller(account);

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task Tags_are_added_replaced_and_removed()
    {
        var arn = await ArnOfNewPoolAsync();
        await caller.CallAsync("TagResource", new { ResourceArn = arn, Tags = new { a = "1", b = "2" } });
        await caller.CallAsync("TagResource", new { ResourceArn = arn, Tags = new { b = "", c = "3" } });

        await caller.CallAsync("UntagResource", new { ResourceArn = arn, TagKeys = new[] { "a", "never" } });

        var tags = (await caller.CallAsync("ListTagsForResource", new { ResourceArn = arn }))["Tags"]!;
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["b"] = "", ["c"] = "3" }, tags), tags.ToJsonString());
    }

    [Fact]
    public async Task Refuses_a_fifty_first_tag()
    {
        var arn = await ArnOfNewPoolAsync();
        await caller.CallAsync(
            "TagResource",
            new { ResourceArn = arn, Tags = Enumerable.Range(0, 50).ToDictionary(i => $"k{i}", _ => "v") });

        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync("TagResource", new { ResourceArn = arn, Tags = new { more = "v" } })).Code);
        await caller.CallAsync("TagResource", new { ResourceArn = arn, Tags = new { k1 = "changed" } });
        Assert.Equal(50, (await caller.CallAsync("ListTagsForResource", new { ResourceArn = arn }))["Tags"]!.AsObject().Count);
    }

    [Fact]
    public async Task Refuses_reserved_tag_keys()
    {
        var arn = await ArnOfNewPoolAsync();

        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync(
                "TagResource",
                new { ResourceArn = arn, Tags = new Dictionary<string, string> { ["aws:x"] = "1" } })).Code);
    }

    [Theory]
    [InlineData(
        "arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:11111111-2222-3333-4444-555555555555",
        "ResourceNotFoundException")]
    [InlineData(
        "arn:aws:cognito-identity:us-east-1:999999999999:identitypool/us-east-1:11111111-2222-3333-4444-555555555555",
        "NotAuthorizedException")]
    [InlineData(
        "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/eu-west-1:11111111-2222-3333-4444-555555555555",
        "InvalidParameterException")]
    [InlineData(
        "arn:aws-cn:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:11111111-2222-3333-4444-555555555555",
        "InvalidParameterException")]
    [InlineData("arn:aws:s3:::bucket-with-a-name", "InvalidParameterException")]
    public async Task Refuses_an_arn_of_something_else(string arn, string code) =>
        Assert.Equal(code, (await caller.FailAsync("ListTagsForResource", new { ResourceArn = arn })).Code);

    [Fact]
    public async Task Arns_are_of_the_regions_partition()
    {
        using var china = new Caller(account, "cn-north-1");
        var id = await china.CreatePoolAsync();

        await china.CallAsync(
            "TagResource",
            new
            {
                ResourceArn = $"arn:aws-cn:cognito-identity:cn-north-1:123456789012:identitypool/{id}",
                Tags = new { a = "1" },
            });

        Assert.Equal(
            "1",
            (string)(await china.CallAsync("DescribeIdentityPool", new { IdentityPoolId = id }))["IdentityPoolTags"]!["a"]!);
    }

    [Fact]
    public async Task An_attribute_map_is_replaced_whole()
    {
        var id = await PoolWithUserPoolAsync();
        await caller.CallAsync(
            "SetPrincipalTagAttributeMap",
            new
            {
                IdentityPoolId = id,
                IdentityProviderName = UserPool,
                PrincipalTags = new { department = "custom:dept", a = "b" },
            });

        await caller.CallAsync(
            "SetPrincipalTagAttributeMap",
            new { IdentityPoolId = id, IdentityProviderName = UserPool, UseDefaults = true });

        var map = await caller.CallAsync(
            "GetPrincipalTagAttributeMap", new { IdentityPoolId = id, IdentityProviderName = UserPool });
        Assert.True((bool)map["UseDefaults"]!);
        Assert.Empty(map["PrincipalTags"]!.AsObject());
        Assert.Equal(id, (string)map["IdentityPoolId"]!);
        Assert.Equal(UserPool, (string)map["IdentityProviderName"]!);
    }

    [Fact]
    public async Task Says_that_a_provider_has_no_attribute_map()
    {
        var id = await PoolWithUserPoolAsync();

        Assert.Equal(
            "ResourceNotFoundException",
            (await caller.FailAsync(
                "GetPrincipalTagAttributeMap", new { IdentityPoolId = id, IdentityProviderName = UserPool })).Code);
    }

    [Theory]
    [InlineData("SetPrincipalTagAttributeMap", UserPool + ":abc")]
    [InlineData("SetPrincipalTagAttributeMap", "accounts.google.com")]
    [InlineData("GetPrincipalTagAttributeMap", "accounts.google.com")]
    public async Task Refuses_an_attribute_map_for_a_provider_that_is_not_configured(string operation, string provider)
    {
        var id = await PoolWithUserPoolAsync();

        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync(operation, new { IdentityPoolId = id, IdentityProviderName = provider })).Code);
    }

    [Fact]
    public async Task Limits_the_attributes_in_number_and_bytes()
    {
        var id = await PoolWithUserPoolAsync();
        Task<Failure> Refused(int count, string attribute) =>
            caller.FailAsync("SetPrincipalTagAttributeMap", Map(count, attribute));
        object Map(int count, string attribute) =>
            new
            {
                IdentityPoolId = id,
                IdentityProviderName = UserPool,
                PrincipalTags = Enumerable.Range(0, count).ToDictionary(i => $"t{i}", _ => attribute),
            };

        Assert.Equal("ValidationException", (await Refused(51, "a")).Code);
        Assert.Equal("InvalidParameterException", (await Refused(2, new string('ä', 116))).Code);
        await caller.CallAsync("SetPrincipalTagAttributeMap", Map(2, new string('ä', 115)));
        await caller.CallAsync("SetPrincipalTagAttributeMap", Map(50, "a"));
    }

    private async Task<string> ArnOfNewPoolAsync() =>
        $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{await caller.CreatePoolAsync()}";

    private Task<string> PoolWithUserPoolAsync() =>
        caller.CreatePoolAsync(more: new
        {
            CognitoIdentityProviders = new[] { new { ProviderName = UserPool, ClientId = "abc" } },
        });
}
