using Amazon.CognitoIdentity.Model;
using Amazon.SecurityToken.Model;
using CognitoPools.SignIn;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Both flows, from the identity to the session.</summary>
public sealed class SignInTests : IDisposable
{
    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task A_guest_gets_the_guest_role_for_an_hour()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool);

        var answer = await account.CredentialsAsync(id);

        Assert.Equal(id, answer.IdentityId);
        Assert.Equal(Now.AddHours(1).UtcDateTime, answer.Credentials.Expiration);
        Assert.Matches(@"\AASIA[A-Z2-7]{16}\z", answer.Credentials.AccessKeyId);
        Assert.Equal(40, answer.Credentials.SecretKey.Length);
        var caller = await account.Sts(answer.Credentials).GetCallerIdentityAsync(new());
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/guest/CognitoIdentityCredentials", caller.Arn);
        Assert.Matches(@"\AAROA[A-Z2-7]{17}:CognitoIdentityCredentials\z", caller.UserId);
    }

    [Theory]
    [InlineData(UserPool + ":web", UserPool)]
    [InlineData(UserPool + ":phone", UserPool)]
    [InlineData("Google", Google)]
    [InlineData("Facebook", Facebook)]
    [InlineData("Amazon", "www.amazon.com")]
    [InlineData("Twitter", "api.twitter.com")]
    [InlineData("https://login.example.com/tenant", "login.example.com/tenant")]
    [InlineData("Corporate", "arn:aws:iam::123456789012:saml-provider/Corporate")]
    public async Task A_user_of_any_provider_gets_the_authenticated_role(string provider, string loginKey)
    {
        var pool = await account.PoolAsync();
        var logins = new Dictionary<string, string> { [loginKey] = account.Token(pool, provider, "ann") };

        var id = await account.IdAsync(pool, logins);

        Assert.Equal("user", await account.RoleOfAsync(pool, logins));
        Assert.Equal([loginKey], (await account.DescribeAsync(id)).Logins);
        Assert.Equal(id, await account.IdAsync(pool, new() { [loginKey] = account.Token(pool, provider, "ann") }));
        Assert.NotEqual(id, await account.IdAsync(pool, new() { [loginKey] = account.Token(pool, provider, "bob") }));
    }

    [Fact]
    public async Task A_user_is_the_same_with_every_app_client_of_a_user_pool()
    {
        var pool = await account.PoolAsync();

        Assert.Equal(
            await account.IdAsync(pool, new() { [UserPool] = account.Token(pool, UserPool + ":web", "ann") }),
            await account.IdAsync(pool, new() { [UserPool] = account.Token(pool, UserPool + ":phone", "ann") }));
    }

    [Fact]
    public async Task The_basic_flow_assumes_a_role_of_the_callers_choice()
    {
        var pool = await account.PoolAsync();
        var role = account.Role("other", pool);
        var logins = account.Login(pool, Google, "ann");
        var id = await account.IdAsync(pool, logins);

        var token = await account.OpenIdTokenAsync(id, logins);
        var answer = await account.Sts().AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = role,
            RoleSessionName = "app",
            WebIdentityToken = token.Token,
            DurationSeconds = 900,
        });

        Assert.Equal(id, token.IdentityId);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/other/app", answer.AssumedRoleUser.Arn);
        Assert.Equal((id, pool, CognitoKey), (answer.SubjectFromWebIdentityToken, answer.Audience, answer.Provider));
        Assert.Equal(Now.AddMinutes(15).UtcDateTime, answer.Credentials.Expiration);
        Assert.Equal(answer.AssumedRoleUser.Arn, (await account.Sts(answer.Credentials).GetCallerIdentityAsync(new())).Arn);
    }

    [Fact]
    public async Task The_token_of_an_identity_says_who_it_is_for_ten_minutes()
    {
        var pool = await account.PoolAsync();
        var logins = new Dictionary<string, string>
        {
            [UserPool] = account.Token(pool, UserPool + ":web", "ann"),
            ["login.example.com/tenant"] = account.Token(pool, "OpenIdConnect", "a.n"),
        };
        var guest = JwtToken.Decode((await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token);
        var id = await account.IdAsync(pool, logins);

        var user = JwtToken.Decode((await account.OpenIdTokenAsync(id, logins)).Token);

        Assert.Equal(["unauthenticated"], guest.Claims["amr"]!.Values);
        Assert.Equal(
            [
                "authenticated",
                UserPool,
                UserPool + ":CognitoSignIn:ann",
                "login.example.com/tenant",
                account.OpenIdConnect + ":OIDC:a.n",
            ],
            user.Claims["amr"]!.Values);
        Assert.Equal(("https://cognito-identity.amazonaws.com", pool, id), (user.Issuer, user.Audience.Single(), user.Subject));
        Assert.Equal(Now.AddMinutes(10), user.Expiration);
        Assert.Equal(
            $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}",
            user.Claims["https://cognito-identity.amazonaws.com/identity-pool-arn"]!.Values.Single());
    }

    [Fact]
    public async Task The_token_of_an_identity_carries_principal_tags()
    {
        var pool = await account.PoolAsync();
        await account.Admin.SetPrincipalTagAttributeMapAsync(new SetPrincipalTagAttributeMapRequest
        {
            IdentityPoolId = pool,
            IdentityProviderName = Google,
            UseDefaults = false,
            PrincipalTags = new() { ["dept"] = "hd" },
        });
        var logins = account.Login(
            pool, Google, "ann",
            options => options with { Claims = new Dictionary<string, object?> { ["hd"] = "blue" } });

        var token = JwtToken.Decode((await account.OpenIdTokenAsync(await account.IdAsync(pool, logins), logins)).Token);

        Assert.Equal("""{"principal_tags":{"dept":["blue"]}}""", token.Claims["https://aws.amazon.com/tags"]!.Values.Single());
    }

    [Fact]
    public async Task No_guests_without_guest_access()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool);
        await account.Admin.UpdateIdentityPoolAsync(new UpdateIdentityPoolRequest
        {
            IdentityPoolId = pool,
            IdentityPoolName = "pool",
            AllowUnauthenticatedIdentities = false,
        });
        const string Message = "Unauthenticated access is not supported for this identity pool.";

        Assert.Equal(Message, (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.IdAsync(pool))).Message);
        Assert.Equal(Message, (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(id))).Message);
        Assert.Equal(Message, (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.OpenIdTokenAsync(id))).Message);
    }

    [Fact]
    public async Task A_users_identity_needs_a_login()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool, account.Login(pool, Google, "ann"));
        var added = account.Sandbox.AddIdentities(pool, 1, Google)[0];

        Assert.Equal(
            $"Access to Identity '{id}' is forbidden.",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(id))).Message);
        Assert.Equal(
            $"Access to Identity '{added}' is forbidden.",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.OpenIdTokenAsync(added))).Message);
        var other = await Assert.ThrowsAsync<NotAuthorizedException>(
            () => account.CredentialsAsync(id, account.Login(pool, Google, "bob")));
        Assert.Equal(
            "Logins don't match. Please include at least one valid login for this identity or identity pool.",
            other.Message);
    }

    [Fact]
    public async Task An_identity_that_is_not_there_is_not_found()
    {
        const string Id = "us-east-1:11111111-2222-3333-4444-555555555555";

        Assert.Equal(
            $"Identity '{Id}' not found.",
            (await Assert.ThrowsAsync<ResourceNotFoundException>(() => account.CredentialsAsync(Id))).Message);
        Assert.Equal(
            $"Identity '{Id}' not found.",
            (await Assert.ThrowsAsync<ResourceNotFoundException>(() => account.OpenIdTokenAsync(Id))).Message);
        Assert.Equal(
            $"IdentityPool '{Id}' not found.",
            (await Assert.ThrowsAsync<ResourceNotFoundException>(() => account.IdAsync(Id))).Message);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, true)]
    [InlineData(false, false)]
    public async Task The_basic_flow_works_unless_it_is_switched_off(bool? setting, bool works)
    {
        var pool = await account.PoolAsync(request => request.AllowClassicFlow = setting);
        var id = await account.IdAsync(pool);

        if (works)
        {
            Assert.Equal(id, (await account.OpenIdTokenAsync(id)).IdentityId);
            return;
        }

        var refusal = await Assert.ThrowsAsync<InvalidParameterException>(() => account.OpenIdTokenAsync(id));
        Assert.Equal("Basic (classic) flow is not enabled, please use enhanced flow.", refusal.Message);
        Assert.NotNull((await account.CredentialsAsync(id)).Credentials);
    }

    [Fact]
    public async Task The_basic_flow_knows_no_role_mappings_and_no_saml()
    {
        var pool = await account.PoolAsync();
        var saml = account.Login(pool, account.Saml, "ann");
        var id = await account.IdAsync(pool, saml);

        var first = await Assert.ThrowsAsync<InvalidParameterException>(() => account.OpenIdTokenAsync(id, saml));
        await account.SetRolesAsync(
            pool, new() { [Google] = new RoleMapping { Type = "Token", AmbiguousRoleResolution = "Deny" } });
        var guest = await account.IdAsync(pool);
        var second = await Assert.ThrowsAsync<InvalidParameterException>(() => account.OpenIdTokenAsync(guest));

        Assert.Equal("Basic (classic) flow is not supported with SAML, please use enhanced flow.", first.Message);
        Assert.Equal("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.", second.Message);
    }

    [Fact]
    public async Task A_deleted_identity_comes_back_as_a_new_one()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool, account.Login(pool, Google, "ann"));

        await account.Admin.DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [id] });

        Assert.NotEqual(id, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        Assert.Single(await account.ListAsync(pool));
    }

    [Fact]
    public async Task Pools_know_nothing_of_each_others_users()
    {
        var (one, other) = (await account.PoolAsync(), await account.PoolAsync());
        var login = account.Login(one, Google, "ann");

        var id = await account.IdAsync(one, login);
        var second = await account.IdAsync(other, login);
        await account.Admin.DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = one });

        Assert.NotEqual(id, second);
        Assert.Equal(second, await account.IdAsync(other, login));
        Assert.Equal(
            $"Identity '{id}' not found.",
            (await Assert.ThrowsAsync<ResourceNotFoundException>(() => account.CredentialsAsync(id, login))).Message);
    }

    [Fact]
    public async Task A_sign_in_in_another_partition_has_its_names()
    {
        using var caller = new Caller(account.Sandbox, "us-gov-west-1");
        var pool = await caller.CreatePoolAsync(guests: true);
        var role = account.Sandbox.PutRole(
            "guest",
            Trust.For(pool, "unauthenticated").Replace("cognito-identity.", "cognito-identity-us-gov.", StringComparison.Ordinal),
            partition: "aws-us-gov");
        await caller.CallAsync("SetIdentityPoolRoles", new { IdentityPoolId = pool, Roles = new { unauthenticated = role } });
        var id = (string)(await caller.CallAsync("GetId", new { IdentityPoolId = pool }))["IdentityId"]!;

        var token = JwtToken.Decode((string)(await caller.CallAsync("GetOpenIdToken", new { IdentityId = id }))["Token"]!);

        Assert.Equal("https://cognito-identity-us-gov.amazonaws.com", token.Issuer);
        Assert.Equal(id, (string)(await caller.CallAsync("GetCredentialsForIdentity", new { IdentityId = id }))["IdentityId"]!);
    }
}
