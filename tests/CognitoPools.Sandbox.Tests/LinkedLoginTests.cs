using Amazon.CognitoIdentity.Model;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Several logins of one identity: linking, merging, unlinking.</summary>
public sealed class LinkedLoginTests : IDisposable
{
    private const string DoNotMatch =
        "Logins don't match. Please include at least one valid login for this identity or identity pool.";

    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task A_guests_identity_takes_its_first_login()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool);
        account.Sandbox.Clock.Advance(TimeSpan.FromHours(1));

        var answer = await account.CredentialsAsync(id, account.Login(pool, Google, "ann"));

        Assert.Equal(id, answer.IdentityId);
        Assert.Equal(id, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        var identity = await account.DescribeAsync(id);
        Assert.Equal([Google], identity.Logins);
        Assert.Equal((Now.UtcDateTime, Now.AddHours(1).UtcDateTime), (identity.CreationDate, identity.LastModifiedDate));
        Assert.Equal(
            $"Access to Identity '{id}' is forbidden.",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(id))).Message);
    }

    [Fact]
    public async Task Another_login_beside_a_known_one_is_linked()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool, account.Login(pool, Google, "ann"));
        var both = Both(pool, "ann", "fb-ann");
        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(30));

        var token = await account.OpenIdTokenAsync(id, both);

        Assert.Equal(id, token.IdentityId);
        Assert.Equal(id, await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann")));
        Assert.Equal([Google, Facebook], (await account.DescribeAsync(id)).Logins);
        Assert.Equal(Now.AddMinutes(30).UtcDateTime, (await account.DescribeAsync(id)).LastModifiedDate);
    }

    [Fact]
    public async Task A_known_login_alone_changes_nothing()
    {
        var pool = await account.PoolAsync();
        var logins = account.Login(pool, Google, "ann");
        var id = await account.IdAsync(pool, logins);
        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        await account.CredentialsAsync(await account.IdAsync(pool, logins), logins);

        Assert.Equal(Now.UtcDateTime, (await account.DescribeAsync(id)).LastModifiedDate);
    }

    [Fact]
    public async Task Two_new_logins_are_one_identity()
    {
        var pool = await account.PoolAsync();

        var id = await account.IdAsync(pool, Both(pool, "ann", "fb-ann"));

        Assert.Equal(id, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        Assert.Equal(id, await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann")));
        Assert.Equal([id], await account.ListAsync(pool));
    }

    [Fact]
    public async Task The_logins_of_two_identities_used_together_merge_them()
    {
        var pool = await account.PoolAsync();
        var older = await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann"));
        var younger = await account.IdAsync(pool, account.Login(pool, Google, "ann"));
        account.Sandbox.Clock.Advance(TimeSpan.FromHours(1));

        var id = await account.IdAsync(pool, Both(pool, "ann", "fb-ann"));

        Assert.Equal(older, id);
        Assert.Equal([older, younger], await account.ListAsync(pool));
        Assert.Equal([older], await account.ListAsync(pool, hideDisabled: true));
        Assert.Equal(older, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        Assert.Equal([Google, Facebook], (await account.DescribeAsync(older)).Logins);
        var merged = await account.DescribeAsync(younger);
        Assert.Empty(merged.Logins ?? []);
        Assert.Equal(Now.AddHours(1).UtcDateTime, merged.LastModifiedDate);
        foreach (var logins in new[] { null, account.Login(pool, Google, "ann") })
        {
            Assert.Equal(
                $"Access to Identity '{younger}' is forbidden.",
                (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(younger, logins))).Message);
        }
    }

    [Fact]
    public async Task The_identity_that_is_named_survives()
    {
        var pool = await account.PoolAsync();
        var older = await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann"));
        var younger = await account.IdAsync(pool, account.Login(pool, Google, "ann"));

        Assert.Equal(younger, (await account.CredentialsAsync(younger, Both(pool, "ann", "fb-ann"))).IdentityId);

        Assert.Equal([younger], await account.ListAsync(pool, hideDisabled: true));
        Assert.Equal(younger, await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann")));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(older, Both(pool, "ann", "fb-ann")));
    }

    [Fact]
    public async Task A_guest_with_a_known_login_is_merged_into_the_users_identity()
    {
        var pool = await account.PoolAsync();
        var guest = await account.IdAsync(pool);
        var user = await account.IdAsync(pool, account.Login(pool, Google, "ann"));

        var answer = await account.CredentialsAsync(guest, account.Login(pool, Google, "ann"));

        Assert.Equal(user, answer.IdentityId);
        Assert.Equal([user], await account.ListAsync(pool, hideDisabled: true));
        Assert.Equal(
            $"Access to Identity '{guest}' is forbidden.",
            (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(guest))).Message);
    }

    [Fact]
    public async Task One_identity_has_one_user_of_a_provider()
    {
        var pool = await account.PoolAsync();
        await account.IdAsync(pool, Both(pool, "ann", "fb-ann"));
        var bob = await account.IdAsync(pool, account.Login(pool, Google, "bob"));

        // Bob's Google user with Ann's Facebook user: Ann has a Google user of her own.
        await Assert.ThrowsAsync<ResourceConflictException>(() => account.IdAsync(pool, Both(pool, "bob", "fb-ann")));
        await Assert.ThrowsAsync<ResourceConflictException>(() => account.CredentialsAsync(bob, Both(pool, "bob", "fb-ann")));
        await Assert.ThrowsAsync<ResourceConflictException>(() => account.IdAsync(pool, Both(pool, "carol", "fb-ann")));

        Assert.Equal(2, (await account.ListAsync(pool, hideDisabled: true)).Count);
    }

    [Fact]
    public async Task Logins_of_others_do_not_open_an_identity()
    {
        var pool = await account.PoolAsync();
        var ann = await account.IdAsync(pool, account.Login(pool, Google, "ann"));
        await account.IdAsync(pool, account.Login(pool, Facebook, "fb-bob"));

        foreach (var logins in new[] { account.Login(pool, Facebook, "fb-bob"), account.Login(pool, Facebook, "fb-new") })
        {
            Assert.Equal(
                DoNotMatch,
                (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.OpenIdTokenAsync(ann, logins))).Message);
        }
    }

    [Fact]
    public async Task A_refused_sign_in_links_nothing()
    {
        var pool = await account.PoolAsync();
        var guest = await account.IdAsync(pool);
        account.Sandbox.PutRole("user", Trust.For("us-east-1:1"));

        await Assert.ThrowsAsync<InvalidIdentityPoolConfigurationException>(
            () => account.CredentialsAsync(guest, account.Login(pool, Google, "ann")));

        Assert.Empty((await account.DescribeAsync(guest)).Logins ?? []);
        Assert.NotEqual(guest, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
    }

    [Fact]
    public async Task An_unlinked_login_is_a_new_users()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool, Both(pool, "ann", "fb-ann"));
        account.Sandbox.Clock.Advance(TimeSpan.FromMinutes(30));

        await UnlinkAsync(id, account.Login(pool, Google, "ann"), Facebook);

        var identity = await account.DescribeAsync(id);
        Assert.Equal([Google], identity.Logins);
        Assert.Equal(Now.AddMinutes(30).UtcDateTime, identity.LastModifiedDate);
        Assert.Equal(id, await account.IdAsync(pool, account.Login(pool, Google, "ann")));
        Assert.NotEqual(id, await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann")));
        Assert.False(account.Sandbox.Calls.Single(call => call.Operation == "UnlinkIdentity").Signed);
    }

    [Fact]
    public async Task An_identity_without_its_last_login_is_listed_and_cannot_be_used()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool, account.Login(pool, Google, "ann"));

        await UnlinkAsync(id, account.Login(pool, Google, "ann"), Google);

        Assert.Empty((await account.DescribeAsync(id)).Logins ?? []);
        Assert.Equal([id], await account.ListAsync(pool, hideDisabled: true));
        foreach (var logins in new[] { null, account.Login(pool, Google, "ann") })
        {
            Assert.Equal(
                $"Access to Identity '{id}' is forbidden.",
                (await Assert.ThrowsAsync<NotAuthorizedException>(() => account.CredentialsAsync(id, logins))).Message);
        }
    }

    [Fact]
    public async Task Unlinking_needs_a_login_of_the_identity_and_one_that_is_linked()
    {
        var pool = await account.PoolAsync();
        var id = await account.IdAsync(pool, account.Login(pool, Google, "ann"));
        await account.IdAsync(pool, account.Login(pool, Google, "bob"));

        foreach (var logins in new[]
        {
            [],
            account.Login(pool, Google, "bob"),
            account.Login(pool, Google, "new"),
            Both(pool, "ann", "fb-new"),
        })
        {
            Assert.Equal(
                DoNotMatch,
                (await Assert.ThrowsAsync<NotAuthorizedException>(() => UnlinkAsync(id, logins, Google))).Message);
        }
        await Assert.ThrowsAsync<InvalidParameterException>(
            () => UnlinkAsync(id, account.Login(pool, Google, "ann"), Google, Facebook));
        Assert.Equal([Google], (await account.DescribeAsync(id)).Logins);
    }

    [Fact]
    public async Task Deleting_a_merged_identity_leaves_the_survivors_logins()
    {
        var pool = await account.PoolAsync();
        var older = await account.IdAsync(pool, account.Login(pool, Google, "ann"));
        var younger = await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann"));
        await account.IdAsync(pool, Both(pool, "ann", "fb-ann"));

        await account.Admin.DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [younger] });

        Assert.Equal(older, await account.IdAsync(pool, account.Login(pool, Facebook, "fb-ann")));
    }

    [Fact]
    public async Task Many_at_once_get_the_one_identity_of_a_login()
    {
        var pool = await account.PoolAsync();
        var logins = account.Login(pool, Google, "ann");

        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => account.IdAsync(pool, logins))));

        Assert.Single(ids.Distinct());
    }

    private Task UnlinkAsync(string id, Dictionary<string, string> logins, params string[] removed) =>
        account.App.UnlinkIdentityAsync(new UnlinkIdentityRequest
        {
            IdentityId = id,
            Logins = logins,
            LoginsToRemove = [.. removed],
        });

    private Dictionary<string, string> Both(string pool, string google, string facebook) =>
        new() { [Google] = account.Token(pool, Google, google), [Facebook] = account.Token(pool, Facebook, facebook) };
}
