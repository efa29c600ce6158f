using Amazon.CognitoIdentity.Model;
using Amazon.SecurityToken.Model;
using CognitoPools.SignIn;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Identities whose users a back end of one's own signs in.</summary>
public sealed class DeveloperIdentityTests : IDisposable
{
    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task A_user_gets_an_identity_and_a_token_for_a_quarter_of_an_hour()
    {
        var pool = await account.PoolAsync();

        var answer = await account.DeveloperTokenAsync(pool, "user-1");

        var token = JwtToken.Decode(answer.Token);
        Assert.Equal((pool, answer.IdentityId), (token.Audience.Single(), token.Subject));
        Assert.Equal(["authenticated", Developer, $"{Developer}:{pool}:user-1"], token.Claims["amr"]!.Values);
        Assert.Equal(Now.AddMinutes(15), token.Expiration);
        Assert.Equal(answer.IdentityId, (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId);
        Assert.NotEqual(answer.IdentityId, (await account.DeveloperTokenAsync(pool, "user-2")).IdentityId);
        Assert.Equal([Developer], (await account.DescribeAsync(answer.IdentityId)).Logins);
    }

    [Fact]
    public async Task The_token_gives_credentials_in_the_enhanced_flow()
    {
        var pool = await account.PoolAsync();
        var token = await account.DeveloperTokenAsync(pool, "user-1");

        var answer = await account.CredentialsAsync(token.IdentityId, new() { [CognitoKey] = token.Token });

        Assert.Equal(token.IdentityId, answer.IdentityId);
        Assert.EndsWith(
            "assumed-role/user/CognitoIdentityCredentials",
            (await account.Sts(answer.Credentials).GetCallerIdentityAsync(new())).Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_assumes_a_role_in_the_basic_flow_with_its_principal_tags()
    {
        var pool = await account.PoolAsync();
        var trust = Trust.For(pool, Developer)
            .Replace(
                "\"sts:AssumeRoleWithWebIdentity\"",
                "[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\"]", StringComparison.Ordinal)
                .Replace("\"StringEquals\":{", "\"StringEquals\":{\"aws:RequestTag/dept\":\"blue\",", StringComparison.Ordinal);
        var role = account.Sandbox.PutRole("tagged", trust);
        Task<AssumeRoleWithWebIdentityResponse> AssumeAsync(string token) =>
            account.Sts().AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
            {
                RoleArn = role,
                RoleSessionName = "back-end",
                WebIdentityToken = token,
            });

        var blue = await AssumeAsync(
            (await account.DeveloperTokenAsync(
                pool, "user-1", request => request.PrincipalTags = new() { ["dept"] = "blue" })).Token);
        var red = await account.DeveloperTokenAsync(
            pool, "user-1", request => request.PrincipalTags = new() { ["dept"] = "red" });

        Assert.EndsWith("assumed-role/tagged/back-end", blue.AssumedRoleUser.Arn, StringComparison.Ordinal);
        Assert.Equal(
            "AccessDenied",
            (await Assert.ThrowsAsync<Amazon.SecurityToken.AmazonSecurityTokenServiceException>(
                () => AssumeAsync(red.Token))).ErrorCode);
    }

    [Fact]
    public async Task The_token_lasts_as_long_as_it_is_asked_to()
    {
        var pool = await account.PoolAsync();
        var token = await account.DeveloperTokenAsync(pool, "user-1", request => request.TokenDuration = 86_400);
        var logins = new Dictionary<string, string> { [CognitoKey] = token.Token };
        var end = Now.AddDays(1).ToUnixTimeSeconds();

        account.Sandbox.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await account.CredentialsAsync(token.IdentityId, logins);
        account.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            $"Invalid login token. Token expired: {end} >= {end}",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(token.IdentityId, logins))).Message);
        foreach (var duration in new[] { 0, 86_401 })
        {
            Assert.Equal(
                "ValidationException",
                (await Assert.ThrowsAnyAsync<Amazon.CognitoIdentity.AmazonCognitoIdentityException>(() =>
                    account.DeveloperTokenAsync(
                        pool,
                        "user-1",
                        request => request.TokenDuration = duration))).ErrorCode);
        }
    }

    [Fact]
    public async Task The_token_is_for_its_own_identity_and_for_a_developer_user()
    {
        var (pool, other) = (await account.PoolAsync(), await account.PoolAsync());
        var (one, two, elsewhere) =
            (
                await account.DeveloperTokenAsync(pool, "user-1"), await account.DeveloperTokenAsync(pool, "user-2"),
                await account.DeveloperTokenAsync(other, "user-1"));
        var guest = await account.IdAsync(pool);
        var guestToken = await account.OpenIdTokenAsync(guest);
        async Task<string> RefusalAsync(string identity, string token, string? more = null)
        {
            var logins = new Dictionary<string, string> { [CognitoKey] = token };
            if (more is not null)
                logins[Google] = more;
            return (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(identity, logins))).Message;
        }

        const string DoNotMatch =
            "Logins don't match. Please include at least one valid login for this identity or identity pool.";
        Assert.Equal(DoNotMatch, await RefusalAsync(one.IdentityId, two.Token));
        Assert.Equal(DoNotMatch, await RefusalAsync(one.IdentityId, elsewhere.Token));
        Assert.Equal(DoNotMatch, await RefusalAsync(guest, guestToken.Token));
        Assert.Equal(
            "Invalid login token. Not a Cognito token.",
            await RefusalAsync(one.IdentityId, account.Token(pool, Google, "ann")));
        Assert.Equal("Invalid login token. Not a Cognito token.", await RefusalAsync(one.IdentityId, "opaque"));
        Assert.Equal(
            "Invalid login token. Not a Cognito token.",
            await RefusalAsync(
                one.IdentityId,
                account.Token(
                    pool, Google, one.IdentityId,
                    options => options with { Issuer = "https://cognito-identity.amazonaws.com", Audience = pool })));
        Assert.Equal(
            "Invalid login token. Not a Cognito token.",
            await RefusalAsync(one.IdentityId, $"eyJhbGciOiJub25lIn0.{one.Token.Split('.')[1]}."));
        Assert.Equal(
            "Invalid login token. Can't pass in a Cognito token.",
            await RefusalAsync(one.IdentityId, one.Token, account.Token(pool, Google, "ann")));
    }

    [Fact]
    public async Task Another_user_and_other_logins_are_linked_to_a_named_identity()
    {
        var pool = await account.PoolAsync();
        var guest = await account.IdAsync(pool);

        var google = account.Token(pool, Google, "ann");
        var first = await account.DeveloperTokenAsync(pool, "user-1", request =>
        {
            request.IdentityId = guest;
            request.Logins[Google] = google;
        });
        var second = await account.DeveloperTokenAsync(pool, "user-2", request =>
        {
            request.IdentityId = guest;
            request.Logins[Google] = google;
        });

        Assert.Equal((guest, guest), (first.IdentityId, second.IdentityId));
        Assert.Equal(["user-1", "user-2"], (await LookupAsync(pool, guest)).DeveloperUserIdentifierList);
        Assert.Equal([Google, Developer], (await account.DescribeAsync(guest)).Logins);
        Assert.Equal(guest, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        Assert.Equal(
            ["authenticated", Developer, $"{Developer}:{pool}:user-2", Google, "accounts.google.com:OIDC:ann"],
            JwtToken.Decode(second.Token).Claims["amr"]!.Values);
    }

    [Fact]
    public async Task A_user_is_linked_to_a_signed_in_users_identity_only_with_that_users_login()
    {
        var pool = await account.PoolAsync();
        var ann = account.Token(pool, Google, "ann");
        var identity = await account.IdAsync(pool, new() { [Google] = ann });
        var developer = (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId;
        async Task RefuseAsync(string id, string? google)
        {
            var refusal = await Assert.ThrowsAsync<NotAuthorizedException>(() => account.DeveloperTokenAsync(
                pool, "user-2",
                request =>
                {
                    request.IdentityId = id;
                    if (google is not null)
                        request.Logins[Google] = google;
                }));
            Assert.Equal(
                "Logins don't match. Please include at least one valid login for this identity or identity pool.",
                refusal.Message);
        }

        await RefuseAsync(identity, null);
        await RefuseAsync(identity, account.Token(pool, Google, "bob"));
        await RefuseAsync(developer, null);
        await RefuseAsync(developer, account.Token(pool, Google, "bob"));

        Assert.Equal([Google], (await account.DescribeAsync(identity)).Logins);
        await account.DeveloperTokenAsync(pool, "user-2", request =>
        {
            request.IdentityId = identity;
            request.Logins[Google] = ann;
        });
        Assert.Equal([Google, Developer], (await account.DescribeAsync(identity)).Logins);
        // The user's own identity may be named, and takes another login then.
        await account.DeveloperTokenAsync(pool, "user-1", request =>
        {
            request.IdentityId = developer;
            request.Logins[Google] = account.Token(pool, Google, "bob");
        });
        Assert.Equal([Google, Developer], (await account.DescribeAsync(developer)).Logins);
    }

    [Fact]
    public async Task A_user_or_a_login_of_another_identity_is_refused()
    {
        var pool = await account.PoolAsync();
        await account.DeveloperTokenAsync(pool, "user-1");
        var google = await account.IdAsync(pool, account.Login(pool, Google, "ann"));

        await Assert.ThrowsAsync<DeveloperUserAlreadyRegisteredException>(
            () => account.DeveloperTokenAsync(pool, "user-1", request => request.IdentityId = google));
        await Assert.ThrowsAsync<ResourceConflictException>(() => account.DeveloperTokenAsync(
            pool, "user-1", request => request.Logins[Google] = account.Token(pool, Google, "ann")));
        await Assert.ThrowsAsync<ResourceConflictException>(() => account.DeveloperTokenAsync(
            pool, "user-2", request => request.Logins[Google] = account.Token(pool, Google, "ann")));
        Assert.Equal(2, (await account.ListAsync(pool)).Count);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_told()
    {
        var (pool, plain, other) =
            (
                await account.PoolAsync(),
                await account.PoolAsync(request => request.DeveloperProviderName = null), await account.PoolAsync());
        var elsewhere = await account.IdAsync(other);

        foreach (var refused in new[]
        {
            await Assert.ThrowsAsync<InvalidParameterException>(() => account.DeveloperTokenAsync(plain, "user-1")),
            await Assert.ThrowsAsync<InvalidParameterException>(() => account.DeveloperTokenAsync(
                pool, "user-1", request => request.Logins = account.Login(pool, Google, "ann"))),
            await Assert.ThrowsAsync<InvalidParameterException>(() => account.DeveloperTokenAsync(
                pool, "user-1", request => request.Logins = new() { ["login.other.app"] = "user-1" })),
            await Assert.ThrowsAsync<InvalidParameterException>(() => MergeAsync(pool, "a", "b", "login.other.app")),
        })
        {
            Assert.Equal("This identity pool does not support the specified developer provider", refused.Message);
        }
        await Assert.ThrowsAsync<InvalidParameterException>(() => account.DeveloperTokenAsync(pool, new string('x', 1_025)));
        Assert.Equal(
            $"Identity '{elsewhere}' not found.",
            (await Assert.ThrowsAsync<ResourceNotFoundException>(
                () => account.DeveloperTokenAsync(pool, "user-1", request => request.IdentityId = elsewhere))).Message);
        Assert.Equal(
            "Token is not from a supported provider of this identity pool.",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.DeveloperTokenAsync(
                pool, "user-1", request => request.Logins["appleid.apple.com"] = "x"))).Message);
        Assert.Empty(await account.ListAsync(pool));
        var unsigned = await Assert.ThrowsAnyAsync<Amazon.CognitoIdentity.AmazonCognitoIdentityException>(() =>
            account.App.GetOpenIdTokenForDeveloperIdentityAsync(new()
            {
                IdentityPoolId = pool,
                Logins = new() { [Developer] = "user-1" },
            }));
        Assert.Equal("MissingAuthenticationTokenException", unsigned.ErrorCode);
    }

    [Fact]
    public async Task An_identity_has_twenty_logins_at_most()
    {
        var pool = await account.PoolAsync();
        var id = (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId;
        for (var number = 2; number <= 20; number++)
            await LinkAsync(pool, id, $"user-{number}");
        await account.DeveloperTokenAsync(pool, "other");

        await Assert.ThrowsAsync<InvalidParameterException>(() => account.DeveloperTokenAsync(pool, "user-1", request =>
        {
            request.IdentityId = id;
            request.Logins[Google] = account.Token(pool, Google, "ann");
        }));
        await Assert.ThrowsAsync<InvalidParameterException>(() => MergeAsync(pool, "other", "user-1"));
    }

    [Fact]
    public async Task Users_are_looked_up_both_ways()
    {
        var pool = await account.PoolAsync();
        var id = (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId;
        await LinkAsync(pool, id, "user-2");
        var other = (await account.DeveloperTokenAsync(pool, "user-3")).IdentityId;

        var byUser = await LookupAsync(pool, user: "user-2");
        var both = await LookupAsync(pool, id, "user-1");

        Assert.Equal(id, byUser.IdentityId);
        Assert.Equal(["user-2"], byUser.DeveloperUserIdentifierList);
        Assert.Equal(id, both.IdentityId);
        Assert.Equal(["user-1"], both.DeveloperUserIdentifierList);
        await Assert.ThrowsAsync<ResourceConflictException>(() => LookupAsync(pool, other, "user-1"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => LookupAsync(pool, user: "nobody"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => LookupAsync(pool, "us-east-1:11111111-2222-3333-4444-555555555555"));
        await Assert.ThrowsAsync<InvalidParameterException>(() => LookupAsync(pool));
        Assert.Empty((await LookupAsync(pool, await account.IdAsync(pool))).DeveloperUserIdentifierList ?? []);
    }

    [Fact]
    public async Task A_long_list_of_users_comes_in_pages_that_stay_good()
    {
        var pool = await account.PoolAsync();
        var id = (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId;
        for (var number = 2; number <= 5; number++)
            await LinkAsync(pool, id, $"user-{number}");

        var first = await LookupAsync(pool, id, size: 2);
        Assert.Equal(
            ["user-3", "user-4"],
            (await LookupAsync(pool, id, size: 2, page: first.NextToken)).DeveloperUserIdentifierList);
        await UnlinkAsync(pool, id, "user-1");
        await UnlinkAsync(pool, id, "user-3");
        var second = await LookupAsync(pool, id, size: 2, page: first.NextToken);

        Assert.Equal(["user-1", "user-2"], first.DeveloperUserIdentifierList);
        Assert.Equal(["user-4", "user-5"], second.DeveloperUserIdentifierList);
        Assert.Null(second.NextToken);
        var other = (await account.DeveloperTokenAsync(pool, "other")).IdentityId;
        await Assert.ThrowsAsync<InvalidParameterException>(() => LookupAsync(pool, other, page: first.NextToken));
        await Assert.ThrowsAsync<InvalidParameterException>(() => LookupAsync(pool, id, page: "1.x"));
    }

    [Fact]
    public async Task Merging_gives_the_source_users_logins_to_the_destination()
    {
        var pool = await account.PoolAsync();
        var source =
            (await account.DeveloperTokenAsync(
                pool, "source", request => request.Logins[Google] = account.Token(pool, Google, "ann"))).IdentityId;
        var destination = (await account.DeveloperTokenAsync(pool, "destination")).IdentityId;
        account.Sandbox.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(destination, await MergeAsync(pool, "source", "destination"));

        Assert.Equal(["destination", "source"], (await LookupAsync(pool, destination)).DeveloperUserIdentifierList);
        Assert.Equal(destination, (await account.DeveloperTokenAsync(pool, "source")).IdentityId);
        Assert.Equal(destination, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        Assert.Equal([destination], await account.ListAsync(pool, hideDisabled: true));
        Assert.Equal([source, destination], await account.ListAsync(pool));
        Assert.Equal(Now.AddHours(1).UtcDateTime, (await account.DescribeAsync(destination)).LastModifiedDate);
    }

    [Fact]
    public async Task Merging_needs_two_users_that_can_be_one()
    {
        var pool = await account.PoolAsync();
        await account.DeveloperTokenAsync(pool, "ann", request => request.Logins[Google] = account.Token(pool, Google, "ann"));
        await account.DeveloperTokenAsync(pool, "bob", request => request.Logins[Google] = account.Token(pool, Google, "bob"));

        await Assert.ThrowsAsync<ResourceConflictException>(() => MergeAsync(pool, "ann", "bob"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => MergeAsync(pool, "nobody", "bob"));
        await Assert.ThrowsAsync<InvalidParameterException>(() => MergeAsync(pool, "ann", "ann"));
        await Assert.ThrowsAsync<InvalidParameterException>(() => MergeAsync(pool, "ann", "bob", "other.provider"));
    }

    [Fact]
    public async Task An_unlinked_user_gets_a_new_identity()
    {
        var pool = await account.PoolAsync();
        var token = await account.DeveloperTokenAsync(pool, "user-1");
        var other = (await account.DeveloperTokenAsync(pool, "user-2")).IdentityId;

        await Assert.ThrowsAsync<ResourceConflictException>(() => UnlinkAsync(pool, other, "user-1"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => UnlinkAsync(pool, other, "nobody"));
        await UnlinkAsync(pool, token.IdentityId, "user-1");

        Assert.NotEqual(token.IdentityId, (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId);
        Assert.Equal(
            $"Access to Identity '{token.IdentityId}' is forbidden.",
            (await Assert.ThrowsAsync<NotAuthorizedException>(
                () => account.CredentialsAsync(token.IdentityId, new() { [CognitoKey] = token.Token }))).Message);
        Assert.Empty((await account.DescribeAsync(token.IdentityId)).Logins ?? []);
    }

    [Fact]
    public async Task A_token_of_a_user_that_was_unlinked_is_worth_nothing()
    {
        var pool = await account.PoolAsync();
        var token = await account.DeveloperTokenAsync(pool, "user-1");
        await LinkAsync(pool, token.IdentityId, "user-2");

        await UnlinkAsync(pool, token.IdentityId, "user-1");

        await Assert.ThrowsAsync<NotAuthorizedException>(
            () => account.CredentialsAsync(token.IdentityId, new() { [CognitoKey] = token.Token }));
        Assert.Equal([Developer], (await account.DescribeAsync(token.IdentityId)).Logins);
    }

    [Fact]
    public async Task Unlinking_logins_leaves_developer_users_alone()
    {
        var pool = await account.PoolAsync();
        var id =
            (await account.DeveloperTokenAsync(
                pool, "user-1", request => request.Logins[Google] = account.Token(pool, Google, "ann"))).IdentityId;
        Task UnlinkLoginAsync(string name) =>
            account.App.UnlinkIdentityAsync(new UnlinkIdentityRequest
            {
                IdentityId = id,
                Logins = account.Login(pool, Google, "ann"),
                LoginsToRemove = [name],
            });

        await Assert.ThrowsAsync<InvalidParameterException>(() => UnlinkLoginAsync(Developer));
        await UnlinkLoginAsync(Google);

        Assert.Equal([Developer], (await account.DescribeAsync(id)).Logins);
        Assert.Equal(id, (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId);
    }

    [Fact]
    public async Task Deleting_an_identity_frees_its_users()
    {
        var pool = await account.PoolAsync();
        var id = (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId;

        await account.Admin.DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [id] });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => LookupAsync(pool, user: "user-1"));
        Assert.NotEqual(id, (await account.DeveloperTokenAsync(pool, "user-1")).IdentityId);
    }

    private Task<LookupDeveloperIdentityResponse> LookupAsync(
        string pool, string? identity = null, string? user = null, int? size = null, string? page = null) =>
        account.Admin.LookupDeveloperIdentityAsync(new LookupDeveloperIdentityRequest
        {
            IdentityPoolId = pool,
            IdentityId = identity,
            DeveloperUserIdentifier = user,
            MaxResults = size,
            NextToken = page,
        });

    private async Task<string> MergeAsync(string pool, string source, string destination, string provider = Developer) =>
        (await account.Admin.MergeDeveloperIdentitiesAsync(new MergeDeveloperIdentitiesRequest
        {
            IdentityPoolId = pool,
            DeveloperProviderName = provider,
            SourceUserIdentifier = source,
            DestinationUserIdentifier = destination,
        })).IdentityId;

    /// <summary>Gives another user to the identity of the user 'user-1'.</summary>
    private async Task LinkAsync(string pool, string identity, string user)
    {
        await account.DeveloperTokenAsync(pool, user);
        Assert.Equal(identity, await MergeAsync(pool, user, "user-1"));
    }

    private Task UnlinkAsync(string pool, string identity, string user) =>
        account.Admin.UnlinkDeveloperIdentityAsync(new UnlinkDeveloperIdentityRequest
        {
            IdentityPoolId = pool,
            IdentityId = identity,
            DeveloperProviderName = Developer,
            DeveloperUserIdentifier = user,
        });
}
