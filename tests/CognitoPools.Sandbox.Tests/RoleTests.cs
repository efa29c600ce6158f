using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

public sealed class RoleTests : IDisposable
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI";
    private const string Oidc = "arn:aws:iam::123456789012:oidc-provider/example.org";
    private const string Saml = "arn:aws:iam::123456789012:saml-provider/corp";

    private readonly FakeTimeProvider time = new();
    private readonly SandboxAccount account;
    private readonly Caller caller;

    public RoleTests()
    {
        account = new SandboxAccount(time);
        caller = new Caller(account);
        account.AddOpenIdConnectProvider("https://example.org");
        account.AddSamlProvider("corp");
    }

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task A_new_pool_has_no_roles()
    {
        var roles = await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = await caller.CreatePoolAsync() });

        Assert.Equal(["IdentityPoolId"], roles.Select(field => field.Key));
    }

    [Fact]
    public async Task Setting_roles_replaces_both_roles_and_mappings()
    {
        var id = await PoolWithProvidersAsync();
        var (signedIn, guest) = (await caller.CreateRoleAsync("in"), await caller.CreateRoleAsync("out", path: "/service-role/"));
        await caller.CallAsync("SetIdentityPoolRoles", new
        {
            IdentityPoolId = id,
            Roles = new { authenticated = signedIn, unauthenticated = guest },
            RoleMappings = Mapping("accounts.google.com", new { Type = "Token", AmbiguousRoleResolution = "Deny" }),
        });
        var before = await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = id });

        await caller.CallAsync("SetIdentityPoolRoles", new { IdentityPoolId = id, Roles = new { authenticated = signedIn } });
        var after = await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = id });

        Assert.Equal(guest, (string)before["Roles"]!["unauthenticated"]!);
        Assert.Equal("Deny", (string)before["RoleMappings"]!["accounts.google.com"]!["AmbiguousRoleResolution"]!);
        Assert.Equal(["authenticated"], after["Roles"]!.AsObject().Select(role => role.Key));
        Assert.Null(after["RoleMappings"]);
    }

    [Fact]
    public async Task An_empty_role_map_clears_the_roles()
    {
        var id = await caller.CreatePoolAsync();
        await caller.CallAsync(
            "SetIdentityPoolRoles",
            new { IdentityPoolId = id, Roles = new { authenticated = await caller.CreateRoleAsync("in") } });

        await caller.CallAsync("SetIdentityPoolRoles", new { IdentityPoolId = id, Roles = new { } });

        Assert.Null((await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = id }))["Roles"]);
    }

    [Fact]
    public async Task Update_leaves_the_roles_alone()
    {
        var id = await caller.CreatePoolAsync();
        var role = await caller.CreateRoleAsync("in");
        await caller.CallAsync("SetIdentityPoolRoles", new { IdentityPoolId = id, Roles = new { authenticated = role } });

        await caller.CallAsync(
            "UpdateIdentityPool",
            new { IdentityPoolId = id, IdentityPoolName = "p", AllowUnauthenticatedIdentities = true });

        Assert.Equal(
            role,
            (string)(await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = id }))["Roles"]!["authenticated"]!);
    }

    [Theory]
    [InlineData(UserPool + ":abc")]
    [InlineData("accounts.google.com")]
    [InlineData(Oidc)]
    [InlineData(Saml)]
    public async Task Accepts_the_role_mapping_key_of_each_provider(string key)
    {
        var id = await PoolWithProvidersAsync();

        await caller.CallAsync(
            "SetIdentityPoolRoles",
            new
            {
                IdentityPoolId = id,
                Roles = new { },
                RoleMappings = Mapping(key, new { Type = "Token", AmbiguousRoleResolution = "AuthenticatedRole" }),
            });

        Assert.Equal(
            [key],
            (await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = id }))["RoleMappings"]!
                .AsObject()
                .Select(mapping => mapping.Key));
    }

    [Theory]
    [InlineData(UserPool)]
    [InlineData(UserPool + ":other")]
    [InlineData("graph.facebook.com")]
    [InlineData("example.org")]
    [InlineData("dev")]
    public async Task Refuses_the_role_mapping_key_of_no_provider(string key)
    {
        var id = await PoolWithProvidersAsync();

        var error = await caller.FailAsync(
            "SetIdentityPoolRoles",
            new
            {
                IdentityPoolId = id,
                Roles = new { },
                RoleMappings = Mapping(key, new { Type = "Token", AmbiguousRoleResolution = "Deny" }),
            });

        Assert.Equal(
            new Failure(
                "InvalidParameterException",
                $"{key} is not a valid RoleMapping ProviderName or is not a configured provider.", 400),
            error);
    }

    public static TheoryData<string> BadMappings => new()
    {
        """{"Type":"Token"}""",
        """{"Type":"Rules","AmbiguousRoleResolution":"Deny"}""",
        """{"Type":"Token","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":["""
            + """{"Claim":"c","MatchType":"Equals","Value":"v","RoleARN":"arn:aws:iam::123456789012:role/in"}]}}""",
        """{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":["""
            + string.Join(",", Enumerable.Repeat(Rule, 26))
            + "]}}",
    };

    private const string Rule = """{"Claim":"c","MatchType":"Equals","Value":"v","RoleARN":"arn:aws:iam::123456789012:role/in"}""";

    [Theory]
    [MemberData(nameof(BadMappings))]
    public async Task Refuses_an_incomplete_or_excessive_role_mapping(string mapping)
    {
        var id = await PoolWithProvidersAsync();
        await caller.CreateRoleAsync("in");

        var error = await caller.FailAsync(
            "SetIdentityPoolRoles",
            $$$"""{"IdentityPoolId":"{{{id}}}","Roles":{},"RoleMappings":{"accounts.google.com":{{{mapping}}}}}""");

        Assert.Equal("InvalidParameterException", error.Code);
    }

    [Fact]
    public async Task Keeps_the_order_of_rules()
    {
        var id = await PoolWithProvidersAsync();
        var role = await caller.CreateRoleAsync("in");
        var rules = Enumerable.Range(0, 25).Select(i => new
        {
            Claim = "c",
            MatchType = "Equals",
            Value = $"v{i}",
            RoleARN = role,
        }).ToArray();

        await caller.CallAsync(
            "SetIdentityPoolRoles",
            new
            {
                IdentityPoolId = id,
                Roles = new { },
                RoleMappings = Mapping(
                    "accounts.google.com",
                    new { Type = "Rules", AmbiguousRoleResolution = "Deny", RulesConfiguration = new { Rules = rules } }),
            });

        var stored = (await caller.CallAsync("GetIdentityPoolRoles", new { IdentityPoolId = id }))["RoleMappings"]![
            "accounts.google.com"]![
            "RulesConfiguration"]![
            "Rules"]!.AsArray();
        Assert.Equal(rules.Select(rule => rule.Value), stored.Select(rule => (string)rule!["Value"]!));
    }

    [Fact]
    public async Task Refuses_an_eleventh_role_mapping()
    {
        var id = await caller.CreatePoolAsync();
        var mappings = Enumerable.Range(0, 11)
            .ToDictionary(i => $"k{i}", _ => new { Type = "Token", AmbiguousRoleResolution = "Deny" });

        var error = await caller.FailAsync(
            "SetIdentityPoolRoles", new { IdentityPoolId = id, Roles = new { }, RoleMappings = mappings });

        Assert.Equal("ValidationException", error.Code);
        Assert.EndsWith("Member must have length less than or equal to 10", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/unknown-role")]
    [InlineData("arn:aws:iam::999999999999:role/in")]
    [InlineData("arn:aws:iam::123456789012:role/path/in")]
    [InlineData("arn:aws-cn:iam::123456789012:role/in")]
    [InlineData("a-name-in-place-of-an-arn")]
    public async Task Refuses_a_role_that_iam_does_not_know(string arn)
    {
        var id = await caller.CreatePoolAsync();
        await caller.CreateRoleAsync("in");

        Assert.Equal(
            new Failure("NotAuthorizedException", $"Access to Role '{arn}' is forbidden.", 400),
            await caller.FailAsync("SetIdentityPoolRoles", new { IdentityPoolId = id, Roles = new { authenticated = arn } }));
    }

    [Fact]
    public async Task Refuses_the_unknown_role_of_a_rule()
    {
        var id = await PoolWithProvidersAsync();
        var rules = new
        {
            Rules = new[]
            {
                new { Claim = "c", MatchType = "Equals", Value = "v", RoleARN = "arn:aws:iam::123456789012:role/unknown" },
            },
        };

        var error = await caller.FailAsync("SetIdentityPoolRoles", new
        {
            IdentityPoolId = id,
            Roles = new { },
            RoleMappings = Mapping(
                "accounts.google.com",
                new { Type = "Rules", AmbiguousRoleResolution = "Deny", RulesConfiguration = rules }),
        });

        Assert.Equal("NotAuthorizedException", error.Code);
    }

    [Fact]
    public async Task A_new_role_is_forbidden_until_the_iam_delay_is_over()
    {
        account.Settings.IamDelay = TimeSpan.FromSeconds(10);
        var id = await caller.CreatePoolAsync();
        var input = new { IdentityPoolId = id, Roles = new { authenticated = await caller.CreateRoleAsync("in") } };

        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("NotAuthorizedException", (await caller.FailAsync("SetIdentityPoolRoles", input)).Code);
        time.Advance(TimeSpan.FromSeconds(1));
        await caller.CallAsync("SetIdentityPoolRoles", input);
    }

    [Fact]
    public async Task A_changed_trust_policy_starts_the_iam_delay_again()
    {
        account.Settings.IamDelay = TimeSpan.FromSeconds(10);
        var id = await caller.CreatePoolAsync();
        var input = new { IdentityPoolId = id, Roles = new { authenticated = await caller.CreateRoleAsync("in") } };
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        await caller.CallAsync("SetIdentityPoolRoles", input);

        await caller.IamAsync("UpdateAssumeRolePolicy", ("RoleName", "in"), ("PolicyDocument", Trust.For(id)));

        Assert.Equal("NotAuthorizedException", (await caller.FailAsync("SetIdentityPoolRoles", input)).Code);
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        await caller.CallAsync("SetIdentityPoolRoles", input);
    }

    private static Dictionary<string, object> Mapping(string key, object mapping) => new() { [key] = mapping };

    private Task<string> PoolWithProvidersAsync() => caller.CreatePoolAsync(more: new JsonObject
    {
        ["SupportedLoginProviders"] = new JsonObject { ["accounts.google.com"] = "1" },
        ["DeveloperProviderName"] = "dev",
        ["OpenIdConnectProviderARNs"] = new JsonArray(Oidc),
        ["CognitoIdentityProviders"] = new JsonArray(new JsonObject { ["ProviderName"] = UserPool, ["ClientId"] = "abc" }),
        ["SamlProviderARNs"] = new JsonArray(Saml),
    });
}
