using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

public sealed class IdentityTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero);

    private readonly SandboxAccount account = new(new FakeTimeProvider(Now));
    private readonly Caller caller;

    public IdentityTests() => caller = new Caller(account);

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task A_guest_gets_a_new_identity_at_every_call()
    {
        using var guest = new Caller(account) { IsSigned = false };
        var pool = await caller.CreatePoolAsync(guests: true);

        var first = (string)(await guest.CallAsync("GetId", new { IdentityPoolId = pool }))["IdentityId"]!;
        var second = (string)(await guest.CallAsync("GetId", new { IdentityPoolId = pool, AccountId = "123456789012" }))[
            "IdentityId"]!;

        Assert.NotEqual(first, second);
        Assert.Matches(@"\Aus-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", first);
        var identity = await caller.CallAsync("DescribeIdentity", new { IdentityId = first });
        Assert.Equal(first, (string)identity["IdentityId"]!);
        Assert.Empty(identity["Logins"]!.AsArray());
        Assert.Equal(1714979289.123, (double)identity["CreationDate"]!);
        Assert.Equal(1714979289.123, (double)identity["LastModifiedDate"]!);
    }

    [Fact]
    public async Task A_pool_without_guest_access_refuses_guests()
    {
        var pool = await caller.CreatePoolAsync();

        Assert.Equal(
            new Failure("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.", 400),
            await caller.FailAsync("GetId", new { IdentityPoolId = pool }));
    }

    [Fact]
    public async Task A_guest_with_another_accounts_number_is_refused()
    {
        var pool = await caller.CreatePoolAsync(guests: true);

        Assert.Equal(
            "NotAuthorizedException",
            (await caller.FailAsync("GetId", new { IdentityPoolId = pool, AccountId = "999999999999" })).Code);
    }

    [Fact]
    public async Task Lists_what_was_added_with_logins_and_dates()
    {
        var pool = await caller.CreatePoolAsync();
        var ids = account.AddIdentities(pool, 2, "accounts.google.com", Now.AddYears(-1), Now.AddDays(-1))
            .Concat(account.AddIdentities(pool, 1))
            .ToList();

        var listed = (await caller.CallAsync("ListIdentities", new { IdentityPoolId = pool, MaxResults = 60 }))[
            "Identities"]!.AsArray();

        Assert.Equal(ids, listed.Select(identity => (string)identity!["IdentityId"]!));
        Assert.Equal("accounts.google.com", (string)listed[0]!["Logins"]![0]!);
        Assert.Equal(Now.AddYears(-1).ToUnixTimeMilliseconds(), (double)listed[0]!["CreationDate"]! * 1000, 0.5);
        Assert.Equal(Now.AddDays(-1).ToUnixTimeMilliseconds(), (double)listed[0]!["LastModifiedDate"]! * 1000, 0.5);
        Assert.Empty(listed[2]!["Logins"]!.AsArray());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(120, 2)]
    [InlineData(121, 3)]
    public async Task Pages_end_exactly(int count, int pages)
    {
        var pool = await caller.CreatePoolAsync();
        var ids = account.AddIdentities(pool, count);

        var listed = await ListAsync(pool);

        Assert.Equal(ids, listed.SelectMany(page => page));
        Assert.Equal(pages, listed.Count);
    }

    [Fact]
    public async Task A_page_token_stays_good_when_identities_are_deleted()
    {
        var pool = await caller.CreatePoolAsync();
        var ids = account.AddIdentities(pool, 10_000).ToList();
        var first = await caller.CallAsync("ListIdentities", new { IdentityPoolId = pool, MaxResults = 60 });

        // Everything listed, the position that the token stands for, and whole chunks behind it.
        foreach (var batch in ids.Take(9_950).Chunk(60))
            await caller.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = batch });
        var second = await caller.CallAsync(
            "ListIdentities", new { IdentityPoolId = pool, MaxResults = 60, NextToken = (string)first["NextToken"]! });

        Assert.Equal(ids.Skip(9_950), Ids(second));
        Assert.Null(second["NextToken"]);
    }

    [Fact]
    public async Task Identities_added_after_others_were_deleted_get_new_ids()
    {
        var pool = await caller.CreatePoolAsync();
        var gone = account.AddIdentities(pool, 10).ToList();
        await caller.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = gone });

        var added = account.AddIdentities(pool, 10);

        Assert.Empty(gone.Intersect(added));
        Assert.Equal(added, (await ListAsync(pool)).SelectMany(page => page));
    }

    [Fact]
    public async Task A_page_token_belongs_to_its_pool()
    {
        var (one, other) = (await caller.CreatePoolAsync(), await caller.CreatePoolAsync());
        account.AddIdentities(one, 2);
        account.AddIdentities(other, 2);
        var token = (string)(await caller.CallAsync("ListIdentities", new { IdentityPoolId = one, MaxResults = 1 }))[
            "NextToken"]!;

        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync("ListIdentities", new { IdentityPoolId = other, MaxResults = 1, NextToken = token })).Code);
        Assert.Equal(
            "InvalidParameterException",
            (await caller.FailAsync("ListIdentityPools", new { MaxResults = 1, NextToken = token })).Code);
    }

    [Fact]
    public async Task Hiding_the_disabled_shortens_pages_without_losing_any()
    {
        var pool = await caller.CreatePoolAsync();
        account.AddIdentities(pool, 70, disabled: true);
        var active = account.AddIdentities(pool, 10).ToList();

        var hidden = await ListAsync(pool, hideDisabled: true);

        Assert.Equal([0, 10], hidden.Select(page => page.Count));
        Assert.Equal(active, hidden.SelectMany(page => page));
        Assert.Equal(80, (await ListAsync(pool)).Sum(page => page.Count));
    }

    [Fact]
    public async Task Deleting_reports_what_is_not_there()
    {
        var pool = await caller.CreatePoolAsync();
        var ids = account.AddIdentities(pool, 3);
        const string Unknown = "us-east-1:11111111-2222-3333-4444-555555555555";
        const string Elsewhere = "eu-west-1:11111111-2222-3333-4444-555555555555";

        var answer = await caller.CallAsync(
            "DeleteIdentities", new { IdentityIdsToDelete = new[] { ids[0], Unknown, ids[2], ids[0], Elsewhere } });
        var again = await caller.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = new[] { ids[0] } });

        Assert.Equal([(Unknown, "AccessDenied"), (Elsewhere, "AccessDenied")], Unprocessed(answer));
        Assert.Equal([(ids[0], "AccessDenied")], Unprocessed(again));
        Assert.Equal([ids[1]], (await ListAsync(pool)).SelectMany(page => page));
    }

    [Fact]
    public async Task Deletes_identities_of_several_pools_at_once()
    {
        var (one, other) = (await caller.CreatePoolAsync(), await caller.CreatePoolAsync());

        var answer = await caller.CallAsync(
            "DeleteIdentities",
            new { IdentityIdsToDelete = new[] { account.AddIdentities(one, 1)[0], account.AddIdentities(other, 1)[0] } });

        Assert.Empty(answer["UnprocessedIdentityIds"]!.AsArray());
        Assert.Empty((await ListAsync(one)).SelectMany(page => page));
        Assert.Empty((await ListAsync(other)).SelectMany(page => page));
    }

    [Fact]
    public async Task Says_that_an_identity_is_not_there()
    {
        const string Id = "us-east-1:11111111-2222-3333-4444-555555555555";

        Assert.Equal(
            new Failure("ResourceNotFoundException", $"Identity '{Id}' not found.", 400),
            await caller.FailAsync("DescribeIdentity", new { IdentityId = Id }));
    }

    [Fact]
    public async Task Holds_a_million_identities()
    {
        var pool = await caller.CreatePoolAsync();
        var ids = account.AddIdentities(pool, 1_000_000, "accounts.google.com");
        Assert.Equal(1_000_000, ids.Count);

        var token = (string?)null;
        for (var page = 0; page < 3; page++)
        {
            var answer = await caller.CallAsync(
                "ListIdentities", new { IdentityPoolId = pool, MaxResults = 60, NextToken = token });
            Assert.Equal(Enumerable.Range(page * 60, 60).Select(index => ids[index]), Ids(answer));
            token = (string)answer["NextToken"]!;
        }

        var last = ids[999_999];
        Assert.Equal(last, (string)(await caller.CallAsync("DescribeIdentity", new { IdentityId = last }))["IdentityId"]!);
        Assert.Empty(Unprocessed(await caller.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = new[] { last } })));
        Assert.Equal("ResourceNotFoundException", (await caller.FailAsync("DescribeIdentity", new { IdentityId = last })).Code);
    }

    [Theory]
    [InlineData("us-east-1:11111111-2222-3333-4444-555555555555", 1, null)]
    [InlineData("nowhere:11111111-2222-3333-4444-555555555555", 1, null)]
    [InlineData(null, 0, null)]
    [InlineData(null, 1, "")]
    public async Task Refuses_to_add_identities_that_cannot_be(string? poolId, int count, string? provider)
    {
        var pool = await caller.CreatePoolAsync();

        Assert.ThrowsAny<ArgumentException>(() => account.AddIdentities(poolId ?? pool, count, provider));
    }

    [Fact]
    public async Task Refuses_to_add_an_identity_changed_before_its_creation()
    {
        var pool = await caller.CreatePoolAsync();

        Assert.Throws<ArgumentException>(
            () => account.AddIdentities(pool, 1, creationDate: Now, lastModifiedDate: Now.AddSeconds(-1)));
    }

    private static List<string> Ids(
        JsonObject page) => [.. page["Identities"]!.AsArray().Select(identity => (string)identity!["IdentityId"]!)];

    private static List<(string, string)> Unprocessed(JsonObject answer) =>
        [.. answer["UnprocessedIdentityIds"]!
            .AsArray()
            .Select(item => ((string)item!["IdentityId"]!, (string)item["ErrorCode"]!))];

    private async Task<List<List<string>>> ListAsync(string pool, bool hideDisabled = false)
    {
        var pages = new List<List<string>>();
        string? token = null;
        do
        {
            var page = await caller.CallAsync(
                "ListIdentities",
                new { IdentityPoolId = pool, MaxResults = 60, NextToken = token, HideDisabled = hideDisabled });
            pages.Add(Ids(page));
            token = (string?)page["NextToken"];
        }
        while (token is not null);
        return pages;
    }
}
