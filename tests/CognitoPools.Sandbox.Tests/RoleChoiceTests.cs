using Amazon.CognitoIdentity.Model;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Which role a sign-in gets in the enhanced flow, and when it gets none.</summary>
public sealed class RoleChoiceTests : IDisposable
{
    private const string WrongRoles = "Invalid identity pool configuration. Check assigned IAM roles for this pool.";

    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task The_first_rule_that_fits_gives_the_role()
    {
        var pool = await account.PoolAsync();
        var (admin, editor) = (account.Role("admin", pool), account.Role("editor", pool));
        await MapAsync(
            pool, Google, "AuthenticatedRole", Rule("hd", "Equals", "blue", admin),
            Rule("hd", "StartsWith", "b", editor));

        Assert.Equal("admin", await account.RoleOfAsync(pool, With(pool, Google, "hd", "blue")));
        Assert.Equal("editor", await account.RoleOfAsync(pool, With(pool, Google, "hd", "brown")));
        Assert.Equal("user", await account.RoleOfAsync(pool, With(pool, Google, "hd", "red")));
    }

    [Fact]
    public async Task Where_no_rule_fits_the_resolution_may_deny()
    {
        var pool = await account.PoolAsync();
        await MapAsync(pool, Google, "Deny", Rule("hd", "Equals", "blue", account.Role("admin", pool)));

        var refusal = await RefusedAsync<NotAuthorizedException>(pool, With(pool, Google, "hd", "red"));

        Assert.Equal("The ambiguous role mapping rules for: accounts.google.com denied this request.", refusal);
    }

    [Fact]
    public async Task The_rules_are_those_of_the_tokens_app_client()
    {
        var pool = await account.PoolAsync();
        await MapAsync(pool, UserPool + ":web", "Deny", Rule("custom:dept", "Equals", "blue", account.Role("blue", pool)));

        Assert.Equal("blue", await account.RoleOfAsync(pool, UserPoolLogin(pool, "web", ("custom:dept", "blue"))));
        Assert.Equal("user", await account.RoleOfAsync(pool, UserPoolLogin(pool, "phone", ("custom:dept", "blue"))));
        Assert.Equal(
            $"The ambiguous role mapping rules for: {UserPool}:web denied this request.",
            await RefusedAsync<NotAuthorizedException>(pool, UserPoolLogin(pool, "web")));
    }

    [Fact]
    public async Task The_token_names_the_role()
    {
        var pool = await account.PoolAsync();
        var (one, other) = (account.Role("one", pool), account.Role("other", pool));
        await account.SetRolesAsync(
            pool, new() { [UserPool + ":web"] = new RoleMapping { Type = "Token", AmbiguousRoleResolution = "Deny" } });
        var several = UserPoolLogin(pool, "web", ("cognito:roles", new[] { one, other }));

        Assert.Equal(
            "other",
            await account.RoleOfAsync(
                pool,
                UserPoolLogin(pool, "web", ("cognito:preferred_role", other), ("cognito:roles", new[] { one, other }))));
        Assert.Equal("one", await account.RoleOfAsync(pool, UserPoolLogin(pool, "web", ("cognito:roles", new[] { one }))));
        Assert.Equal("other", await account.RoleOfAsync(pool, several, other));
        Assert.Contains(
            "The ambiguous role mapping rules",
            await RefusedAsync<NotAuthorizedException>(pool, several), StringComparison.Ordinal);
        Assert.Equal(
            $"Access to Role '{account.Role("third", pool)}' is forbidden.",
            await RefusedAsync<NotAuthorizedException>(pool, several, account.Role("third", pool)));
    }

    [Fact]
    public async Task A_saml_assertion_lists_the_roles_that_can_be_asked_for()
    {
        var pool = await account.PoolAsync();
        var (one, other) = (account.Role("one", pool), account.Role("other", pool));
        var logins = account.Login(
            pool,
            account.Saml,
            "ann",
            options => options with
            {
                Claims = new Dictionary<string, object?>
                {
                    ["https://aws.amazon.com/SAML/Attributes/Role"] = new[] { $"{one},{account.Saml}" },
                },
            });

        Assert.Equal("one", await account.RoleOfAsync(pool, logins, one));
        Assert.Equal($"Access to Role '{other}' is forbidden.", await RefusedAsync<NotAuthorizedException>(pool, logins, other));
    }

    [Fact]
    public async Task Guests_and_users_without_mapping_get_no_custom_role()
    {
        var pool = await account.PoolAsync();
        var other = account.Role("other", pool);

        Assert.Equal($"Access to Role '{other}' is forbidden.", await RefusedAsync<NotAuthorizedException>(pool, null, other));
        Assert.Equal(
            $"Access to Role '{other}' is forbidden.",
            await RefusedAsync<NotAuthorizedException>(pool, account.Login(pool, Google, "ann"), other));
    }

    [Theory]
    [InlineData(Facebook, "Facebook")]
    [InlineData("www.amazon.com", "Amazon")]
    public async Task Rules_see_no_more_of_facebook_and_amazon_than_the_user(string key, string provider)
    {
        var pool = await account.PoolAsync();
        await MapAsync(
            pool, key, "AuthenticatedRole", Rule("email", "Equals", "ann@example.com", account.Role("mail", pool)),
            Rule("sub", "Equals", "ann", account.Role("sub", pool)));

        Assert.Equal(
            "sub",
            await account.RoleOfAsync(
                pool,
                new()
                {
                    [key] = account.Token(
                        pool,
                        provider,
                        "ann",
                        options => options with { Claims = new Dictionary<string, object?> { ["email"] = "ann@example.com" } }),
                }));
    }

    [Fact]
    public async Task A_pool_without_roles_has_none_to_give()
    {
        var pool = await account.PoolAsync();
        await account.Admin.SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest { IdentityPoolId = pool, Roles = [] });

        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, null));
        Assert.Equal(
            WrongRoles,
            await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, account.Login(pool, Google, "ann")));
    }

    [Fact]
    public async Task A_role_must_trust_the_pool_and_the_kind_of_user()
    {
        var pool = await account.PoolAsync();

        account.Sandbox.PutRole("guest", Trust.For(pool));
        account.Sandbox.PutRole("user", Trust.For("us-east-1:11111111-2222-3333-4444-555555555555"));
        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, null));
        Assert.Equal(
            WrongRoles,
            await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, account.Login(pool, Google, "ann")));

        account.Sandbox.PutRole("guest", "{ not a policy");
        account.Sandbox.PutRole(
            "user",
            Trust.For(pool).Replace("sts:AssumeRoleWithWebIdentity", "sts:AssumeRole", StringComparison.Ordinal));
        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, null));
        Assert.Equal(
            WrongRoles,
            await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, account.Login(pool, Google, "ann")));
    }

    [Fact]
    public async Task A_trust_policy_may_name_the_provider_the_user_or_the_identity()
    {
        var pool = await account.PoolAsync();
        var logins = account.Login(pool, "login.example.com/tenant", "ann");
        var id = await account.IdAsync(pool, logins);
        async Task<bool> LetsInAsync(string trust)
        {
            account.Sandbox.PutRole("user", trust);
            try
            {
                await account.CredentialsAsync(id, logins);
                return true;
            }
            catch (InvalidIdentityPoolConfigurationException)
            {
                return false;
            }
        }

        Assert.True(await LetsInAsync(Trust.For(pool, "login.example.com/tenant")));
        Assert.True(await LetsInAsync(Trust.For(pool, account.OpenIdConnect + ":OIDC:ann")));
        Assert.False(await LetsInAsync(Trust.For(pool, account.OpenIdConnect + ":OIDC:bob")));
        Assert.False(await LetsInAsync(Trust.For(pool, Google)));
        Assert.True(await LetsInAsync(Trust.For(pool)
            .Replace(
                "\"StringEquals\":{", $"\"StringEquals\":{{\"cognito-identity.amazonaws.com:sub\":\"{id}\",",
                StringComparison.Ordinal)));
        Assert.False(await LetsInAsync(Trust.For(pool)
            .Replace(
                "\"StringEquals\":{", "\"StringEquals\":{\"cognito-identity.amazonaws.com:sub\":\"us-east-1:other\",",
                StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Principal_tags_need_a_role_that_lets_them_be_set()
    {
        var pool = await account.PoolAsync();
        await account.Admin.SetPrincipalTagAttributeMapAsync(new SetPrincipalTagAttributeMapRequest
        {
            IdentityPoolId = pool,
            IdentityProviderName = Google,
            UseDefaults = true,
        });
        var logins = account.Login(pool, Google, "ann");
        string Tagged(
            string user) => Trust.For(pool)
                .Replace(
                    "\"sts:AssumeRoleWithWebIdentity\"",
                    "[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\"]", StringComparison.Ordinal)
                .Replace(
                    "\"StringEquals\":{", $"\"StringEquals\":{{\"aws:RequestTag/username\":\"{user}\",",
                    StringComparison.Ordinal);

        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, logins));
        account.Sandbox.PutRole("user", Tagged("bob"));
        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, logins));
        account.Sandbox.PutRole("user", Tagged("ann"));
        Assert.Equal("user", await account.RoleOfAsync(pool, logins));
    }

    [Fact]
    public async Task A_new_role_works_after_iams_delay()
    {
        var pool = await account.PoolAsync();
        account.Sandbox.Settings.IamDelay = TimeSpan.FromSeconds(30);

        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, null));
        account.Sandbox.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("guest", await account.RoleOfAsync(pool));
    }

    [Fact]
    public async Task A_role_that_was_deleted_or_made_anew_elsewhere_is_not_found()
    {
        var pool = await account.PoolAsync();
        using var caller = new Caller(account.Sandbox);

        await caller.IamAsync("DeleteRole", ("RoleName", "guest"));
        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, null));
        account.Sandbox.PutRole("guest", Trust.For(pool, "unauthenticated"));
        Assert.Equal(WrongRoles, await RefusedAsync<InvalidIdentityPoolConfigurationException>(pool, null));
    }

    [Fact]
    public async Task Logins_that_lead_to_different_roles_get_none()
    {
        var pool = await account.PoolAsync();
        var (one, other) = (account.Role("one", pool), account.Role("other", pool));
        await account.SetRolesAsync(pool, new()
        {
            [Google] = Mapping("Deny", Rule("sub", "Equals", "ann", one)),
            [account.OpenIdConnect] = Mapping("Deny", Rule("sub", "StartsWith", "a", other)),
        });
        Dictionary<string, string> logins = new()
        {
            [Google] = account.Token(pool, Google, "ann"),
            ["login.example.com/tenant"] = account.Token(pool, "OpenIdConnect", "ann"),
            [Facebook] = account.Token(pool, Facebook, "ann"),
        };

        Assert.Contains(
            "The ambiguous role mapping rules",
            await RefusedAsync<NotAuthorizedException>(pool, logins), StringComparison.Ordinal);
        logins.Remove("login.example.com/tenant");
        Assert.Equal("one", await account.RoleOfAsync(pool, logins));
    }

    private static MappingRule Rule(string claim, string match, string value, string role) =>
        new() { Claim = claim, MatchType = match, Value = value, RoleARN = role };

    private static RoleMapping Mapping(string resolution, params MappingRule[] rules) =>
        new()
        {
            Type = "Rules",
            AmbiguousRoleResolution = resolution,
            RulesConfiguration = new RulesConfigurationType { Rules = [.. rules] },
        };

    private Task MapAsync(string pool, string key, string resolution, params MappingRule[] rules) =>
        account.SetRolesAsync(pool, new() { [key] = Mapping(resolution, rules) });

    private Dictionary<string, string> With(string pool, string key, string claim, object value) =>
        account.Login(pool, key, "ann", options => options with { Claims = new Dictionary<string, object?> { [claim] = value } });

    private Dictionary<string, string> UserPoolLogin(
        string pool, string client, params (string Name, object Value)[] claims) => new()
        {
            [UserPool] = account.Token(
            pool,
            $"{UserPool}:{client}",
            "ann",
            options => options with { Claims = claims.ToDictionary(claim => claim.Name, claim => (object?)claim.Value) }),
        };

    private async Task<string> RefusedAsync<T>(string pool, Dictionary<string, string>? logins, string? customRole = null)
        where T : Exception
    {
        var id = await account.IdAsync(pool, logins);
        return (await Assert.ThrowsAsync<T>(() => account.CredentialsAsync(id, logins, customRole))).Message;
    }
}
