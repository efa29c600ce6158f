using System.Text;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentity.Model;
using CognitoPools.SignIn;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>What the sandbox's providers put into a token, and which tokens a sign-in refuses.</summary>
public sealed class LoginTokenTests : IDisposable
{
    private const string Unsupported = "Token is not from a supported provider of this identity pool.";

    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Theory]
    [InlineData(UserPool + ":phone", "https://" + UserPool, "phone")]
    [InlineData("google", "https://accounts.google.com", "1.apps.googleusercontent.com")]
    [InlineData("graph.facebook.com", "https://graph.facebook.com", "1234567890")]
    [InlineData("api.twitter.com", "https://api.twitter.com", "key")]
    [InlineData("login.example.com/tenant", "https://login.example.com/tenant", "app-1")]
    [InlineData(
        "arn:aws:iam::123456789012:saml-provider/Corporate",
        "https://sandbox.invalid/saml/Corporate", "urn:amazon:webservices")]
    public async Task A_token_is_right_for_its_provider(string provider, string issuer, string audience)
    {
        var token = JwtToken.Decode(account.Token(await account.PoolAsync(), provider, "ann"));

        Assert.Equal((issuer, audience, "ann"), (token.Issuer, token.Audience.Single(), token.Subject));
        Assert.Equal(Now.AddHours(1), token.Expiration);
        Assert.Equal(
            [Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)],
            token.Claims["iat"]!.Values);
    }

    [Fact]
    public async Task Tokens_have_what_their_kind_of_provider_always_gives()
    {
        var pool = await account.PoolAsync();

        var user = JwtToken.Decode(account.Token(pool, UserPool + ":web", "ann")).Claims;
        var amazon = JwtToken.Decode(account.Token(pool, "Amazon", "ann")).Claims;
        var saml = JwtToken.Decode(account.Token(pool, "Saml", "ann")).Claims;

        Assert.Equal(("id", "ann"), (user["token_use"]!.ToString(), user["cognito:username"]!.ToString()));
        Assert.Equal("ann", amazon["user_id"]!.ToString());
        Assert.Equal("ann", saml["http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier"]!.ToString());
    }

    [Fact]
    public async Task Claims_are_added_replaced_and_left_out()
    {
        var pool = await account.PoolAsync();
        var claims = new Dictionary<string, object?>
        {
            ["custom:dept"] = "blue",
            ["cognito:roles"] = new[] { "a", "b" },
            ["level"] = 7,
            ["admin"] = true,
            ["address"] = new Dictionary<string, object?> { ["country"] = "NO" },
            ["node"] = new JsonArray("x"),
            ["sub"] = "other",
            ["auth_time"] = null,
        };

        var token = JwtToken.Decode(
            account.Token(pool, UserPool + ":web", "ann", options => options with { Claims = claims })).Claims;

        Assert.Equal(
            ["blue", "a, b", "7", "true", """{"country":"NO"}""", "x", "other"],
            new[]
            {
                "custom:dept",
                "cognito:roles",
                "level",
                "admin",
                "address",
                "node",
                "sub",
            }.Select(name => token[name]!.ToString()));
        Assert.Null(token["auth_time"]);
        Assert.Throws<ArgumentException>(() => account.Token(
            pool, "Google", "ann",
            options => options with { Claims = new Dictionary<string, object?> { ["bad"] = new IntPtr(1) } }));
    }

    [Fact]
    public async Task A_token_without_a_subject_is_another_users_each_time()
    {
        var pool = await account.PoolAsync();

        var ids = new[]
        {
            await account.IdAsync(pool, new() { [Google] = account.Sandbox.NewToken(pool, "Google") }),
            await account.IdAsync(pool, new() { [Google] = account.Sandbox.NewToken(pool, "Google") }),
        };

        Assert.NotEqual(ids[0], ids[1]);
    }

    [Theory]
    [InlineData("Apple", "has no provider 'Apple'")]
    [InlineData(UserPool, "matches several providers")]
    [InlineData(Developer, "is the developer provider")]
    public async Task Makes_no_token_for_a_provider_that_is_not_clear(string provider, string reason)
    {
        var pool = await account.PoolAsync();

        Assert.Contains(
            reason, Assert.Throws<ArgumentException>(() => account.Sandbox.NewToken(pool, provider)).Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "secret", Assert.Throws<ArgumentException>(() => account.Sandbox.NewToken(pool, provider)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_token_for_a_pool_or_an_audience_that_is_not_there()
    {
        var open = account.Sandbox.AddOpenIdConnectProvider("open.example.com", []);
        var pool = await account.PoolAsync(request => request.OpenIdConnectProviderARNs = [open]);

        Assert.Throws<ArgumentException>(
            () => account.Sandbox.NewToken("us-east-1:11111111-2222-3333-4444-555555555555", "Google"));
        Assert.Throws<ArgumentException>(
            () => account.Sandbox.NewToken("eu-west-1:11111111-2222-3333-4444-555555555555", "Google"));
        Assert.Contains(
            "has no client id",
            Assert.Throws<ArgumentException>(() => account.Sandbox.NewToken(pool, "open.example.com")).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "Invalid login token. Incorrect token audience.",
            await RefusalAsync(
                pool, "open.example.com",
                account.Sandbox.NewToken(pool, "open.example.com", new SandboxTokenOptions { Audience = "any" })));
    }

    [Fact]
    public async Task An_open_id_connect_provider_takes_tokens_for_the_sandbox_by_default()
    {
        var arn = account.Sandbox.AddOpenIdConnectProvider("plain.example.com");
        var pool = await account.PoolAsync(request => request.OpenIdConnectProviderARNs = [arn]);

        Assert.Equal("user", await account.RoleOfAsync(pool, account.Login(pool, "plain.example.com", "ann")));
    }

    [Fact]
    public async Task An_unsigned_token_is_as_good_as_a_signed_one()
    {
        var pool = await account.PoolAsync();
        var unsigned = account.Token(pool, "Google", "ann", options => options with { IsUnsigned = true });

        Assert.EndsWith(".", unsigned, StringComparison.Ordinal);
        Assert.Equal(
            await account.IdAsync(pool, account.Login(pool, Google, "ann")),
            await account.IdAsync(pool, new() { [Google] = unsigned }));
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_or_signed_elsewhere_is_refused()
    {
        const string Expected = "Invalid login token. Couldn't verify signed token.";
        using var elsewhere = new SignInAccount();
        var pool = await account.PoolAsync();
        var parts = account.Token(pool, "Google", "ann").Split('.');
        var other = account.Token(pool, "Google", "bob").Split('.');
        var header = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"alg":"RS256"}""")).TrimEnd('=');

        Assert.Equal(Expected, await RefusalAsync(pool, Google, $"{parts[0]}.{other[1]}.{parts[2]}"));
        Assert.Equal(Expected, await RefusalAsync(pool, Google, elsewhere.Token(await elsewhere.PoolAsync(), "Google", "ann")));
        Assert.Equal(Expected, await RefusalAsync(pool, Google, $"{header}.{parts[1]}.{parts[2]}"));
        Assert.Equal(Expected, await RefusalAsync(pool, Google, $"e30.{parts[1]}."));
        Assert.Equal(Expected, await RefusalAsync(pool, Google, $"!.{parts[1]}."));
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    public async Task What_is_no_token_is_refused(string text)
    {
        var pool = await account.PoolAsync();

        Assert.Equal("Invalid login token. Not a valid OpenId Connect identity token.", await RefusalAsync(pool, Google, text));
        Assert.Equal(Unsupported, await RefusalAsync(pool, "appleid.apple.com", text));
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("sub")]
    [InlineData("exp")]
    public async Task A_token_without_a_required_claim_is_refused(string claim)
    {
        var pool = await account.PoolAsync();
        var token = account.Token(
            pool, "Google", "ann",
            options => options with { Claims = new Dictionary<string, object?> { [claim] = null } });

        Assert.Equal($"Invalid login token. Missing a required claim: {claim}", await RefusalAsync(pool, Google, token));
    }

    [Fact]
    public async Task An_empty_claim_is_a_missing_one()
    {
        var pool = await account.PoolAsync();
        var token = account.Token(
            pool, "Google", "ann",
            options => options with { Claims = new Dictionary<string, object?> { ["sub"] = Array.Empty<string>() } });

        Assert.Equal("Invalid login token. Missing a required claim: sub", await RefusalAsync(pool, Google, token));
    }

    [Fact]
    public async Task The_audience_is_one_of_the_client_ids()
    {
        var pool = await account.PoolAsync();
        string For(string provider, string audience) =>
            account.Token(pool, provider, "ann", options => options with { Audience = audience });

        Assert.Equal(
            "Invalid login token. Incorrect token audience.",
            await RefusalAsync(pool, Google, For("Google", "2.apps.googleusercontent.com")));
        Assert.Equal(
            "Invalid login token. Incorrect token audience.",
            await RefusalAsync(pool, "login.example.com/tenant", For("OpenIdConnect", "app-3")));
        Assert.Equal(Unsupported, await RefusalAsync(pool, UserPool, For(UserPool + ":web", "desktop")));
        Assert.Equal(
            "user",
            await account.RoleOfAsync(pool, new() { ["login.example.com/tenant"] = For("OpenIdConnect", "app-2") }));
        var several = account.Token(
            pool,
            "Google",
            "ann",
            options => options with
            {
                Claims = new Dictionary<string, object?> { ["aud"] = new[] { "x", "1.apps.googleusercontent.com" } },
            });
        Assert.Equal("user", await account.RoleOfAsync(pool, new() { [Google] = several }));
    }

    [Fact]
    public async Task The_issuer_is_the_provider_of_the_login()
    {
        const string Expected = "Invalid login token. Issuer doesn't match providerName";
        var pool = await account.PoolAsync();

        Assert.Equal(Expected, await RefusalAsync(pool, Facebook, account.Token(pool, "Google", "ann")));
        Assert.Equal(
            Expected,
            await RefusalAsync(
                pool, "cognito-idp.us-east-1.amazonaws.com/us-east-1:AbCdEfGhI",
                account.Token(pool, UserPool + ":web", "ann")));
        Assert.Equal(
            Expected,
            await RefusalAsync(
                pool, Google,
                account.Token(pool, "Google", "ann", options => options with { Issuer = "https://evil.example" })));
        Assert.Equal(
            "user",
            await account.RoleOfAsync(
                pool, account.Login(pool, Google, "ann", options => options with { Issuer = "accounts.google.com" })));
    }

    [Fact]
    public async Task A_provider_that_the_pool_does_not_have_is_not_supported()
    {
        var (all, some) = (await account.PoolAsync(), await account.PoolAsync(request => request.SupportedLoginProviders = null));
        var none =
            (await account.Admin.CreateIdentityPoolAsync(new CreateIdentityPoolRequest
            {
                IdentityPoolName = "none",
                AllowUnauthenticatedIdentities = true,
            })).IdentityPoolId;
        var token = account.Token(all, "Google", "ann");

        Assert.Equal(Unsupported, await RefusalAsync(some, Google, token));
        Assert.Equal(
            "Logins don't match. Please include at least one valid login for this identity or identity pool.",
            await RefusalAsync(none, Google, token));
    }

    [Fact]
    public async Task The_developer_provider_is_no_public_provider()
    {
        var pool = await account.PoolAsync();
        var google = account.Token(pool, Google, "ann");
        var issued = account.Token(pool, Google, "ann", options => options with { Issuer = "https://" + Developer });
        var identity = await account.IdAsync(pool, new() { [Google] = google });

        foreach (var logins in new Dictionary<string, string>[]
        {
            new() { [Developer] = "user-1" },
            new() { [Developer] = issued },
            new() { [Google] = google, [Developer] = "user-1" },
        })
        {
            var refusals = new[]
            {
                await Assert.ThrowsAsync<InvalidParameterException>(() => account.IdAsync(pool, logins)),
                await Assert.ThrowsAsync<InvalidParameterException>(() => account.CredentialsAsync(identity, logins)),
                await Assert.ThrowsAsync<InvalidParameterException>(() => account.OpenIdTokenAsync(identity, logins)),
            };
            Assert.All(refusals, refusal => Assert.Equal("Please provide a valid public provider", refusal.Message));
        }
    }

    [Fact]
    public async Task A_token_ends_by_the_sandboxs_clock()
    {
        var pool = await account.PoolAsync();
        var logins = account.Login(pool, Google, "ann", options => options with { Lifetime = TimeSpan.FromMinutes(5) });
        var id = await account.IdAsync(pool, logins);
        var (issued, end) = (Now.ToUnixTimeSeconds(), Now.AddMinutes(5).ToUnixTimeSeconds());

        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await account.CredentialsAsync(id, logins);
        account.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            $"Invalid login token. Token expired: {end} >= {end}",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(id, logins))).Message);
        Assert.Equal(
            $"Invalid login token. Token expired: {end} >= {issued - 60}",
            await RefusalAsync(
                pool,
                Google,
                account.Token(
                    pool, "Google", "ann",
                    options => options with { IssuedAt = Now, Lifetime = TimeSpan.FromMinutes(-1) })));
    }

    [Fact]
    public async Task An_identitys_own_token_is_no_login_of_a_provider()
    {
        const string Expected = "Invalid login token. Can't pass in a Cognito token.";
        var pool = await account.PoolAsync();
        var answer = await account.DeveloperTokenAsync(pool, "ann");

        Assert.Equal(Expected, await RefusalAsync(pool, Google, answer.Token));
        Assert.Equal(Expected, await RefusalAsync(pool, CognitoKey, answer.Token));
        Assert.Equal(
            Expected,
            (await Assert.ThrowsAsync<NotAuthorizedException>(
                () => account.OpenIdTokenAsync(answer.IdentityId, new() { [CognitoKey] = answer.Token }))).Message);
    }

    [Fact]
    public async Task Ten_logins_and_fifty_thousand_characters_are_the_most()
    {
        var pool = await account.PoolAsync();
        var eleven = Enumerable.Range(0, 11).ToDictionary(number => $"p{number}", _ => "secret-token");

        var many = await Assert.ThrowsAnyAsync<Amazon.CognitoIdentity.AmazonCognitoIdentityException>(
            () => account.IdAsync(pool, eleven));
        var large = await Assert.ThrowsAnyAsync<Amazon.CognitoIdentity.AmazonCognitoIdentityException>(
            () => account.IdAsync(pool, new() { [Google] = new string('x', 50_001) }));

        Assert.Equal(("ValidationException", "ValidationException"), (many.ErrorCode, large.ErrorCode));
        Assert.DoesNotContain("secret-token", many.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", large.Message, StringComparison.Ordinal);
    }

    private async Task<string> RefusalAsync(string pool, string key, string token) =>
        (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.IdAsync(pool, new() { [key] = token }))).Message;
}
