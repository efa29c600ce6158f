using System.Text.Json.Nodes;

namespace CognitoPools.Sandbox.Tests;

public sealed class PoolTests : IDisposable
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI";

    private readonly SandboxAccount account = new();
    private readonly Caller caller;

    public PoolTests()
    {
        caller = new Caller(account);
        account.AddOpenIdConnectProvider("https://example.org");
        account.AddSamlProvider("corp");
    }

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task Gives_a_pool_back_as_it_was_sent()
    {
        var id = await caller.CreatePoolAsync("My App, v1", more: new
        {
            AllowClassicFlow = false,
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "1.apps.googleusercontent.com" },
            DeveloperProviderName = "login.example",
            OpenIdConnectProviderARNs = new[] { "arn:aws:iam::123456789012:oidc-provider/example.org" },
            CognitoIdentityProviders = new[] { new { ProviderName = UserPool, ClientId = "abc", ServerSideTokenCheck = true } },
            SamlProviderARNs = new[] { "arn:aws:iam::123456789012:saml-provider/corp" },
            IdentityPoolTags = new Dictionary<string, string> { ["team"] = "blue" },
        });

        var pool = await caller.CallAsync("DescribeIdentityPool", new { IdentityPoolId = id });

        Assert.StartsWith("us-east-1:", id, StringComparison.Ordinal);
        Assert.Equal("My App, v1", (string)pool["IdentityPoolName"]!);
        Assert.False((bool)pool["AllowClassicFlow"]!);
        Assert.Equal("1.apps.googleusercontent.com", (string)pool["SupportedLoginProviders"]!["accounts.google.com"]!);
        Assert.Equal("login.example", (string)pool["DeveloperProviderName"]!);
        Assert.Equal("arn:aws:iam::123456789012:oidc-provider/example.org", (string)pool["OpenIdConnectProviderARNs"]![0]!);
        Assert.True((bool)pool["CognitoIdentityProviders"]![0]!["ServerSideTokenCheck"]!);
        Assert.Equal("arn:aws:iam::123456789012:saml-provider/corp", (string)pool["SamlProviderARNs"]![0]!);
        Assert.Equal("blue", (string)pool["IdentityPoolTags"]!["team"]!);
    }

    [Fact]
    public async Task Leaves_out_what_was_never_set()
    {
        var pool = await caller.CallAsync(
            "CreateIdentityPool", new { IdentityPoolName = "p", AllowUnauthenticatedIdentities = false });

        Assert.Equal(
            ["AllowUnauthenticatedIdentities", "IdentityPoolId", "IdentityPoolName", "IdentityPoolTags"],
            pool.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Update_replaces_everything_but_the_developer_provider_and_the_tags()
    {
        var id = await caller.CreatePoolAsync(more: new
        {
            AllowClassicFlow = true,
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "1" },
            DeveloperProviderName = "dev",
            OpenIdConnectProviderARNs = new[] { "arn:aws:iam::123456789012:oidc-provider/example.org" },
            CognitoIdentityProviders = new[] { new { ProviderName = UserPool, ClientId = "abc" } },
            SamlProviderARNs = new[] { "arn:aws:iam::123456789012:saml-provider/corp" },
            IdentityPoolTags = new Dictionary<string, string> { ["team"] = "blue" },
        });

        var answer = await caller.CallAsync(
            "UpdateIdentityPool",
            new { IdentityPoolId = id, IdentityPoolName = "renamed", AllowUnauthenticatedIdentities = true });
        var pool = await caller.CallAsync("DescribeIdentityPool", new { IdentityPoolId = id });

        Assert.True(JsonNode.DeepEquals(answer, pool));
        Assert.Equal("renamed", (string)pool["IdentityPoolName"]!);
        Assert.Equal("dev", (string)pool["DeveloperProviderName"]!);
        Assert.Equal("blue", (string)pool["IdentityPoolTags"]!["team"]!);
        Assert.Equal(
            ["AllowUnauthenticatedIdentities", "DeveloperProviderName", "IdentityPoolId", "IdentityPoolName", "IdentityPoolTags"],
            pool.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tags_sent_with_an_update_are_not_applied()
    {
        var id = await caller.CreatePoolAsync(more: new { IdentityPoolTags = new { team = "blue" } });

        await caller.CallAsync(
            "UpdateIdentityPool",
            new
            {
                IdentityPoolId = id,
                IdentityPoolName = "p",
                AllowUnauthenticatedIdentities = true,
                IdentityPoolTags = new { team = "red" },
            });

        Assert.Equal(
            "blue",
            (string)(await caller.CallAsync("DescribeIdentityPool", new { IdentityPoolId = id }))["IdentityPoolTags"]!["team"]!);
    }

    [Fact]
    public async Task Refuses_to_change_the_developer_provider_name()
    {
        var id = await caller.CreatePoolAsync(more: new { DeveloperProviderName = "dev" });

        var error = await caller.FailAsync(
            "UpdateIdentityPool",
            new
            {
                IdentityPoolId = id,
                IdentityPoolName = "p",
                AllowUnauthenticatedIdentities = true,
                DeveloperProviderName = "other",
            });

        Assert.Equal("InvalidParameterException", error.Code);
        await caller.CallAsync(
            "UpdateIdentityPool",
            new
            {
                IdentityPoolId = id,
                IdentityPoolName = "p",
                AllowUnauthenticatedIdentities = true,
                DeveloperProviderName = "dev",
            });
    }

    [Fact]
    public async Task A_developer_provider_may_be_added_later()
    {
        var id = await caller.CreatePoolAsync();

        await caller.CallAsync(
            "UpdateIdentityPool",
            new
            {
                IdentityPoolId = id,
                IdentityPoolName = "p",
                AllowUnauthenticatedIdentities = true,
                DeveloperProviderName = "dev",
            });

        Assert.Equal(
            "dev",
            (string)(await caller.CallAsync("DescribeIdentityPool", new { IdentityPoolId = id }))["DeveloperProviderName"]!);
    }

    [Theory]
    [InlineData("DescribeIdentityPool")]
    [InlineData("DeleteIdentityPool")]
    [InlineData("GetIdentityPoolRoles")]
    public async Task Says_that_a_pool_is_not_there(string operation)
    {
        const string Id = "us-east-1:11111111-2222-3333-4444-555555555555";

        Assert.Equal(
            new Failure("ResourceNotFoundException", $"IdentityPool '{Id}' not found.", 400),
            await caller.FailAsync(operation, new { IdentityPoolId = Id }));
    }

    [Fact]
    public async Task Every_region_has_pools_of_its_own()
    {
        using var other = new Caller(account, "eu-central-1");
        var id = await caller.CreatePoolAsync();
        var otherId = await other.CreatePoolAsync();

        Assert.StartsWith("eu-central-1:", otherId, StringComparison.Ordinal);
        Assert.Equal(
            "ResourceNotFoundException",
            (await other.FailAsync("DescribeIdentityPool", new { IdentityPoolId = id })).Code);
        Assert.Single((await other.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]!.AsArray());
    }

    [Fact]
    public async Task Names_need_not_be_unique()
    {
        Assert.NotEqual(await caller.CreatePoolAsync("same"), await caller.CreatePoolAsync("same"));
    }

    [Fact]
    public async Task Pages_pools_with_tokens_that_survive_deletions()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await caller.CreatePoolAsync($"p{i}"));

        var first = await caller.CallAsync("ListIdentityPools", new { MaxResults = 2 });
        await caller.CallAsync("DeleteIdentityPool", new { IdentityPoolId = ids[0] });
        await caller.CallAsync("DeleteIdentityPool", new { IdentityPoolId = ids[2] });
        var second = await caller.CallAsync("ListIdentityPools", new { MaxResults = 2, NextToken = (string)first["NextToken"]! });

        Assert.Equal(ids.Take(2), first["IdentityPools"]!.AsArray().Select(pool => (string)pool!["IdentityPoolId"]!));
        Assert.Equal(ids.Skip(3), second["IdentityPools"]!.AsArray().Select(pool => (string)pool!["IdentityPoolId"]!));
        Assert.Null(second["NextToken"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("not-base64!")]
    public async Task Refuses_a_page_token_that_it_did_not_make(string token)
    {
        var id = await caller.CreatePoolAsync();

        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync("ListIdentityPools", new { MaxResults = 2, NextToken = token })).Code);
        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync("ListIdentities", new { IdentityPoolId = id, MaxResults = 2, NextToken = token })).Code);
    }

    [Fact]
    public async Task Refuses_more_than_a_thousand_pools_in_a_region()
    {
        for (var i = 0; i < 1_000; i++)
            await caller.CreatePoolAsync();

        Assert.Equal(
            "LimitExceededException",
            (await caller.FailAsync(
                "CreateIdentityPool",
                new { IdentityPoolName = "one more", AllowUnauthenticatedIdentities = false })).Code);
        using var other = new Caller(account, "eu-west-1");
        await other.CreatePoolAsync();
    }

    [Theory]
    [InlineData("us-east-1_AbCdEfGhI", "abc")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI", "abc")]
    [InlineData(UserPool, null)]
    [InlineData(null, "abc")]
    public async Task Refuses_a_user_pool_in_another_form(string? name, string? client)
    {
        var error = await caller.FailAsync("CreateIdentityPool", new
        {
            IdentityPoolName = "p",
            AllowUnauthenticatedIdentities = false,
            CognitoIdentityProviders = new[] { new { ProviderName = name, ClientId = client } },
        });

        Assert.Equal(new Failure("InvalidParameterException", "Invalid Cognito Identity Provider", 400), error);
    }

    public static TheoryData<string, string> UnacceptableProviders => new()
    {
        {
            """ "CognitoIdentityProviders":["""
                + """{"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_A","ClientId":"a"},"""
                + """{"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_A","ClientId":"a"}] """,
            "InvalidParameterException"
        },
        { """ "SupportedLoginProviders":{"login.example.org":"1"} """, "InvalidParameterException" },
        { """ "OpenIdConnectProviderARNs":["arn:aws:iam::123456789012:saml-provider/corp"] """, "InvalidParameterException" },
        {
            """ "OpenIdConnectProviderARNs":["arn:aws:iam::123456789012:oidc-provider/example.org","arn:aws:iam::123456789012:oidc-provider/example.org"] """,
            "InvalidParameterException"
        },
        {
            """ "OpenIdConnectProviderARNs":["arn:aws:iam::123456789012:oidc-provider/unknown.example.org"] """,
            "InvalidParameterException"
        },
        { """ "SamlProviderARNs":["arn:aws:iam::123456789012:saml-provider/unknown"] """, "InvalidParameterException" },
        { """ "SamlProviderARNs":["arn:aws:iam::999999999999:saml-provider/corp"] """, "InvalidParameterException" },
        {
            $""" "CognitoIdentityProviders":[{string.Join(",", Enumerable.Range(0, 51).Select(AppClient))}] """,
            "LimitExceededException"
        },
    };

    [Theory]
    [MemberData(nameof(UnacceptableProviders))]
    public async Task Refuses_unacceptable_providers(string field, string code)
    {
        var error = await caller.FailAsync(
            "CreateIdentityPool", $$"""{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":false,{{field}}}""");

        Assert.Equal(code, error.Code);
        Assert.Empty((await caller.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]!.AsArray());
    }

    [Fact]
    public async Task Deleting_a_pool_deletes_its_identities()
    {
        var id = await caller.CreatePoolAsync();
        var identity = account.AddIdentities(id, 1)[0];

        await caller.CallAsync("DeleteIdentityPool", new { IdentityPoolId = id });

        Assert.Equal(
            "ResourceNotFoundException",
            (await caller.FailAsync("DescribeIdentity", new { IdentityId = identity })).Code);
        Assert.Equal(
            "ResourceNotFoundException",
            (await caller.FailAsync("ListIdentities", new { IdentityPoolId = id, MaxResults = 1 })).Code);
    }

    private static string AppClient(int number) =>
        $$"""{"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_A{{number}}","ClientId":"a"}""";
}
