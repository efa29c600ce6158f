using System.Text.Json;

namespace CognitoPools.Sandbox.Tests;

public sealed class ValidationTests : IDisposable
{
    private const string Pool = "us-east-1:11111111-2222-3333-4444-555555555555";

    private readonly Caller caller = new(new SandboxAccount());

    public void Dispose() => caller.Dispose();

    [Theory]
    [InlineData("ListIdentities", """{"IdentityPoolId":"\ud800","MaxResults":1}""")]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"IdentityPoolTags":{"k":"\udc00x"}}""")]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"IdentityPoolTags":{"\ud83d":"v"}}""")]
    [InlineData("GetId", $$"""{"IdentityPoolId":"{{Pool}}","Unknown":["\ud800"]}""")]
    public async Task Half_of_a_surrogate_pair_is_no_text(string operation, string input)
    {
        var error = await caller.FailAsync(operation, input);

        Assert.Equal(("SerializationException", 400), (error.Code, error.Status));
    }

    [Fact]
    public async Task A_whole_surrogate_pair_and_a_tab_are_text()
    {
        var pool = await caller.CreatePoolAsync("a\tb", more: new { IdentityPoolTags = new { k = "\U0001F600" } });

        Assert.Equal("\U0001F600", (string)(await caller.CallAsync(
            "DescribeIdentityPool", new { IdentityPoolId = pool }))["IdentityPoolTags"]!["k"]!);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\u001b")]
    [InlineData("\\uffff")]
    public async Task A_control_character_is_a_broken_constraint(string character)
    {
        var error = await caller.FailAsync(
            "CreateIdentityPool",
            $$$"""{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"IdentityPoolTags":{"k":"v{{{character}}}"}}""");

        Assert.Equal(
            (
                "ValidationException",
                "1 validation error detected: Value at 'identityPoolTags' failed to satisfy constraint: Member must not "
                    + "contain control characters"),
            (error.Code, error.Message));
    }

    [Theory]
    [InlineData("r", "\0")]
    [InlineData("r", "\u001b")]
    [InlineData("r", "\uffff")]
    [InlineData("r\u0001", "d")]
    public async Task A_control_character_in_a_request_to_IAM_is_a_broken_constraint(string name, string description)
    {
        var error = await caller.IamFailAsync(
            "CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", Trust.For(Pool)), ("Description", description));

        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
    }

    [Fact]
    public async Task A_message_that_quotes_a_control_character_is_still_XML()
    {
        Assert.Equal("NotSimulated", (await caller.IamFailAsync("Do\u0001It")).Code);
    }

    [Fact]
    public async Task A_long_message_is_whole_in_the_body_and_cut_in_the_header()
    {
        var name = new string('n', 100_000);
        using var response = await caller.SendAsync(
            "CreateIdentityPool", new { IdentityPoolName = name, AllowUnauthenticatedIdentities = true });

        var message = (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"]!;
        Assert.Contains($"'{name}'", message, StringComparison.Ordinal);
        Assert.Equal(message[..1024], response.Headers.GetValues("x-amzn-errormessage").Single());
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        {
            "CreateIdentityPool", """{"IdentityPoolName":"a/b","AllowUnauthenticatedIdentities":true}""",
            @"1 validation error detected: Value 'a/b' at 'identityPoolName' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\w\s+=,.@-]+"
        },
        {
            "CreateIdentityPool", """{"IdentityPoolName":"größe","AllowUnauthenticatedIdentities":true}""",
            @"1 validation error detected: Value 'größe' at 'identityPoolName' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\w\s+=,.@-]+"
        },
        {
            "CreateIdentityPool", "{}",
            "2 validation errors detected: Value null at 'identityPoolName' failed to satisfy constraint: Member must "
                + "not be null; Value null at 'allowUnauthenticatedIdentities' failed to satisfy constraint: Member "
                + "must not be null"
        },
        {
            "CreateIdentityPool", """{"IdentityPoolName":"","AllowUnauthenticatedIdentities":true}""",
            @"2 validation errors detected: Value '' at 'identityPoolName' failed to satisfy constraint: "
                + @"Member must have length greater than or equal to 1; Value '' at 'identityPoolName' failed to "
                + @"satisfy constraint: Member must satisfy regular expression pattern: [\w\s+=,.@-]+"
        },
        {
            "CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"DeveloperProviderName":"a b"}""",
            @"1 validation error detected: Value 'a b' at 'developerProviderName' failed to satisfy "
                + @"constraint: Member must satisfy regular expression pattern: [\w._-]+"
        },
        {
            "CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"CognitoIdentityProviders":["""
                + """{"ProviderName":"a","ClientId":"ok"},{"ProviderName":"a","ClientId":"no-dash"}]}""",
            @"1 validation error detected: Value 'no-dash' at 'cognitoIdentityProviders.2.member.clientId' "
                + @"failed to satisfy constraint: Member must satisfy regular expression pattern: [\w_]+"
        },
        {
            "CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"SupportedLoginProviders":{"accounts.google.com":"a b"}}""",
            @"1 validation error detected: Value '{accounts.google.com=a b}' at 'supportedLoginProviders' "
                + @"failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less "
                + @"than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy "
                + @"regular expression pattern: [\w.;_/-]+]"
        },
        {
            "CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"OpenIdConnectProviderARNs":["short"]}""",
            "1 validation error detected: Value '[short]' at 'openIdConnectProviderARNs' failed to satisfy constraint: "
                + "Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must "
                + "have length greater than or equal to 20]"
        },
        {
            "DescribeIdentityPool", """{"IdentityPoolId":"nonsense"}""",
            @"1 validation error detected: Value 'nonsense' at 'identityPoolId' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\w-]+:[0-9a-f-]+"
        },
        {
            "ListIdentityPools", """{"MaxResults":61}""",
            "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must have "
                + "value less than or equal to 60"
        },
        {
            "ListIdentityPools", """{"MaxResults":0}""",
            "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have "
                + "value greater than or equal to 1"
        },
        {
            "SetIdentityPoolRoles", $$$$$$"""{"IdentityPoolId":"{{{{{{Pool}}}}}}","Roles":{"guest":"arn:aws:iam::123456789012:role/r"}}""",
            "1 validation error detected: Value '{guest=arn:aws:iam::123456789012:role/r}' at 'roles' failed to "
                + "satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal "
                + "to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression "
                + "pattern: (un)?authenticated]"
        },
        {
            "SetIdentityPoolRoles", $$$$$$"""{"IdentityPoolId":"{{{{{{Pool}}}}}}","Roles":{},"RoleMappings":{"k":{"Type":"Other"}}}""",
            "1 validation error detected: Value 'Other' at 'roleMappings.k.member.type' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [Token, Rules]"
        },
        {
            "SetIdentityPoolRoles", $$$$$$"""{"IdentityPoolId":"{{{{{{Pool}}}}}}","Roles":{},"RoleMappings":{"k":"""
                + $$$$$$"""{"Type":"Rules","RulesConfiguration":{"Rules":["""
                + $$$$$$"""{"Claim":"a b","MatchType":"Equals","Value":"v","RoleARN":"arn:aws:iam::123456789012:role/r"}]}}}}""",
            @"1 validation error detected: Value 'a b' at "
                + @"'roleMappings.k.member.rulesConfiguration.rules.1.member.claim' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+"
        },
        {
            "DeleteIdentities", """{"IdentityIdsToDelete":[]}""",
            "1 validation error detected: Value '[]' at 'identityIdsToDelete' failed to satisfy constraint: Member "
                + "must have length greater than or equal to 1"
        },
        {
            "GetId", $$$"""{"IdentityPoolId":"{{{Pool}}}","Logins":{"accounts.google.com":""}}""",
            "1 validation error detected: Value '*** Sensitive Data Redacted ***' at 'logins' failed to satisfy "
                + "constraint: Map value must satisfy constraint: [Member must have length less than or equal to "
                + "50000, Member must have length greater than or equal to 1]"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Words_a_broken_constraint_as_the_service_does(string operation, string input, string message) =>
        Assert.Equal(new Failure("ValidationException", message, 400), await caller.FailAsync(operation, input));

    [Theory]
    [InlineData("IdentityPoolName", 129)]
    [InlineData("DeveloperProviderName", 129)]
    public async Task Refuses_what_is_too_long(string field, int length)
    {
        var input = new Dictionary<string, object>
        {
            ["IdentityPoolName"] = "p",
            ["AllowUnauthenticatedIdentities"] = true,
            [field] = new string('a', length),
        };

        Assert.EndsWith(
            "Member must have length less than or equal to 128",
            (await caller.FailAsync("CreateIdentityPool", input)).Message, StringComparison.Ordinal);
        input[field] = new string('a', length - 1);
        await caller.CallAsync("CreateIdentityPool", input);
    }

    [Fact]
    public async Task Refuses_more_than_sixty_ids_to_delete()
    {
        var error = await caller.FailAsync(
            "DeleteIdentities", new { IdentityIdsToDelete = Enumerable.Range(0, 61).Select(i => $"us-east-1:{i:x}") });

        Assert.EndsWith("Member must have length less than or equal to 60", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_trailing_line_break_where_the_pattern_has_none() =>
        Assert.Equal(
            "ValidationException",
            (await caller.FailAsync("DescribeIdentityPool", new { IdentityPoolId = Pool + "\n" })).Code);

    [Theory]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":1,"AllowUnauthenticatedIdentities":true}""")]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":"yes"}""")]
    [InlineData(
        "CreateIdentityPool",
        """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"SupportedLoginProviders":[]}""")]
    [InlineData("ListIdentityPools", """{"MaxResults":1.5}""")]
    [InlineData("ListIdentityPools", """{"MaxResults":"60"}""")]
    [InlineData("ListIdentityPools", "[]")]
    [InlineData("ListIdentityPools", "{")]
    public async Task Refuses_json_of_the_wrong_form(string operation, string input) =>
        Assert.Equal("SerializationException", (await caller.FailAsync(operation, input)).Code);

    [Fact]
    public async Task Takes_null_for_absent_and_ignores_unknown_fields()
    {
        var pool = await caller.CallAsync(
            "CreateIdentityPool",
            """{"IdentityPoolName":"p","AllowUnauthenticatedIdentities":true,"AllowClassicFlow":null,"SupportedLoginProviders":null,"Later":1}""");

        Assert.False(pool.ContainsKey("AllowClassicFlow"));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public async Task Words_errors_alike_in_every_culture(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture);
            var error = await caller.FailAsync(
                "CreateIdentityPool",
                JsonSerializer.Serialize(new { IdentityPoolName = "I/i", AllowUnauthenticatedIdentities = true }));
            Assert.Equal(
                @"1 validation error detected: Value 'I/i' at 'identityPoolName' failed to satisfy "
                    + @"constraint: Member must satisfy regular expression pattern: [\w\s+=,.@-]+",
                error.Message);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
