using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Roles assumed with an identity's token, and what the session's credentials are good for.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task Credentials_end_by_the_sandboxs_clock()
    {
        var pool = await account.PoolAsync();
        var credentials = (await account.CredentialsAsync(await account.IdAsync(pool))).Credentials;
        var list = new ListIdentityPoolsRequest { MaxResults = 1 };

        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Single((await account.Client(credentials).ListIdentityPoolsAsync(list)).IdentityPools);
        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        var sts = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => account.Sts(credentials).GetCallerIdentityAsync(new()));
        var pools = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(
            () => account.Client(credentials).ListIdentityPoolsAsync(list));
        Assert.Equal(
            ("ExpiredToken", 403, "The security token included in the request is expired"),
            (sts.ErrorCode, (int)sts.StatusCode, sts.Message));
        Assert.Equal(("ExpiredTokenException", 400), (pools.ErrorCode, (int)pools.StatusCode));
    }

    [Fact]
    public async Task Temporary_keys_need_their_own_session_token()
    {
        var pool = await account.PoolAsync();
        var one = (await account.CredentialsAsync(await account.IdAsync(pool))).Credentials;
        var other = (await account.CredentialsAsync(await account.IdAsync(pool))).Credentials;
        AWSCredentials[] wrong =
        [
            new BasicAWSCredentials(one.AccessKeyId, one.SecretKey),
            new SessionAWSCredentials(one.AccessKeyId, one.SecretKey, other.SessionToken),
            new SessionAWSCredentials(one.AccessKeyId, one.SecretKey, one.SessionToken + "x"),
            new SessionAWSCredentials(one.AccessKeyId, one.SecretKey, "opaque"),
        ];

        foreach (var credentials in wrong)
        {
            var sts = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
                () => account.Sts(credentials).GetCallerIdentityAsync(new()));
            var pools = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() => account.Client(credentials)
                .ListIdentityPoolsAsync(new ListIdentityPoolsRequest
                {
                    MaxResults = 1,
                }));
            Assert.Equal(("InvalidClientTokenId", "UnrecognizedClientException"), (sts.ErrorCode, pools.ErrorCode));
        }

        account.Sandbox.Reset();
        Assert.Equal(
            "InvalidClientTokenId",
            (await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
                () => account.Sts(one).GetCallerIdentityAsync(new()))).ErrorCode);
    }

    [Fact]
    public async Task Credentials_of_elsewhere_are_accepted_as_ever()
    {
        var caller = await account.Sts(new SessionAWSCredentials("ASIAELSEWHERE0000000", "secret", "token"))
            .GetCallerIdentityAsync(new());

        Assert.Equal("arn:aws:iam::123456789012:user/sandbox", caller.Arn);
    }

    [Fact]
    public async Task The_secret_of_a_temporary_key_can_be_asked_for()
    {
        var pool = await account.PoolAsync();
        var credentials = (await account.CredentialsAsync(await account.IdAsync(pool))).Credentials;

        Assert.Equal(credentials.SecretKey, account.Sandbox.FindSecretKey(credentials.AccessKeyId));
        Assert.Null(account.Sandbox.FindSecretKey("AKIASANDBOXSANDBOX00"));
    }

    [Fact]
    public async Task Sts_refuses_roles_that_do_not_let_the_token_in()
    {
        var pool = await account.PoolAsync();
        var token = (await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token;
        string[] roles =
        [
            account.Role("users", pool),
            account.Role("elsewhere", "us-east-1:11111111-2222-3333-4444-555555555555", "unauthenticated"),
            "arn:aws:iam::123456789012:role/nowhere",
            "arn:aws:iam::999999999999:role/service-role/guest",
            "arn:aws:iam::123456789012:role/guest",
        ];

        foreach (var role in roles)
        {
            var refusal = await RefusalAsync<AmazonSecurityTokenServiceException>(role, token);
            Assert.Equal(
                ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity"),
                (refusal.ErrorCode, (int)refusal.StatusCode, refusal.Message));
        }
    }

    [Fact]
    public async Task A_role_that_lacks_amr_lets_guests_in()
    {
        var pool = await account.PoolAsync();
        var role = account.Sandbox.PutRole(
            "open",
            Trust.For(pool)
                .Replace(
                    """ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}""",
                    """StringLike":{"cognito-identity.amazonaws.com:aud":"*"}""", StringComparison.Ordinal));
        var token = (await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token;

        Assert.EndsWith("assumed-role/open/app", (await AssumeAsync(role, token)).AssumedRoleUser.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sts_refuses_tokens_that_have_ended()
    {
        var pool = await account.PoolAsync();
        var token = (await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token;
        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        var end = Now.AddMinutes(10).ToUnixTimeSeconds();

        var refusal = await RefusalAsync<ExpiredTokenException>(account.Role("guest", pool, "unauthenticated"), token);

        Assert.Equal($"Token expired: current date/time {end} must be before the expiration date/time {end}", refusal.Message);
    }

    [Fact]
    public async Task Sts_refuses_what_no_identity_pool_signed()
    {
        var pool = await account.PoolAsync();
        var role = account.Role("guest", pool, "unauthenticated");
        var parts = (await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token.Split('.');
        var forged = account.Token(
            pool,
            Google,
            "us-east-1:1",
            options => options with
            {
                Issuer = "https://cognito-identity.amazonaws.com",
                Audience = pool,
                Claims = new Dictionary<string, object?> { ["amr"] = new[] { "authenticated" } },
            });

        Assert.StartsWith(
            "The ID Token provided is not a valid JWT.",
            (await RefusalAsync<InvalidIdentityTokenException>(role, "opaque")).Message, StringComparison.Ordinal);
        await RefusalAsync<InvalidIdentityTokenException>(role, $"{parts[0]}.{parts[1]}.x");
        await RefusalAsync<InvalidIdentityTokenException>(role, forged);
        // Providers' tokens may be unsigned; an identity's never.
        var unsigned = Convert.ToBase64String("""{"alg":"none"}"""u8).TrimEnd('=');
        await RefusalAsync<InvalidIdentityTokenException>(role, $"{unsigned}.{parts[1]}.");
        Assert.Equal(
            "NotSimulated",
            (await RefusalAsync<AmazonSecurityTokenServiceException>(role, account.Token(pool, Google, "ann"))).ErrorCode);
    }

    [Fact]
    public async Task A_session_is_no_longer_than_the_role_allows()
    {
        var pool = await account.PoolAsync();
        var role = account.Role("guest", pool, "unauthenticated");
        var token = (await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token;

        Assert.Equal(Now.AddHours(1).UtcDateTime, (await AssumeAsync(role, token)).Credentials.Expiration);
        foreach (var seconds in new[] { 3_601, 899, 43_201 })
        {
            Assert.Equal(
                "ValidationError",
                (await RefusalAsync<AmazonSecurityTokenServiceException>(role, token, seconds)).ErrorCode);
        }
    }

    [Fact]
    public async Task A_session_policy_must_be_a_policy()
    {
        var pool = await account.PoolAsync();
        var token = (await account.OpenIdTokenAsync(await account.IdAsync(pool))).Token;
        var request = new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = account.Role("guest", pool, "unauthenticated"),
            RoleSessionName = "app",
            WebIdentityToken = token,
            Policy = "{}",
        };

        await Assert.ThrowsAsync<MalformedPolicyDocumentException>(() => account.Sts().AssumeRoleWithWebIdentityAsync(request));
        request.Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";
        Assert.NotNull((await account.Sts().AssumeRoleWithWebIdentityAsync(request)).Credentials);
    }

    [Fact]
    public async Task The_call_log_has_no_token_and_no_secret()
    {
        var pool = await account.PoolAsync();
        var logins = account.Login(pool, Google, "ann");
        var token = await account.OpenIdTokenAsync(await account.IdAsync(pool, logins), logins);
        var answer = await AssumeAsync(account.Role("user", pool), token.Token);
        await account.Sts(answer.Credentials).GetCallerIdentityAsync(new());
        await account.DeveloperTokenAsync(pool, "user-1");

        var log = string.Join("\n", account.Sandbox.Calls.Select(call => call.ToString()));

        foreach (var secret in new[]
        {
            logins[Google],
            token.Token,
            answer.Credentials.SecretAccessKey,
            answer.Credentials.SessionToken,
        })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
        Assert.Contains("\"accounts.google.com\":\"***\"", log, StringComparison.Ordinal);
        Assert.Contains("WebIdentityToken=***", log, StringComparison.Ordinal);
    }

    private Task<AssumeRoleWithWebIdentityResponse> AssumeAsync(
        string role, string token, int? seconds = null) => account.Sts().AssumeRoleWithWebIdentityAsync(
        new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = role,
            RoleSessionName = "app",
            WebIdentityToken = token,
            DurationSeconds = seconds,
        });

    private Task<T> RefusalAsync<T>(string role, string token, int? seconds = null)
        where T : Exception => Assert.ThrowsAsync<T>(() => AssumeAsync(role, token, seconds));
}
