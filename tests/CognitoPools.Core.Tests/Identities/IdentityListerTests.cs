using Amazon.CognitoIdentity.Model;
using CognitoPools.Identities;
using CognitoPools.Sandbox;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Identities;

public class IdentityListerTests
{
    private static readonly DateTimeOffset Noon = new(2024, 3, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Exactly_one_page_is_ahead_of_the_reader()
    {
        using var pool = await PoolOfIdentities.MakeAsync(600);
        var pages = new IdentityLister(pool.Connection).ListAsync(pool.Pool).GetAsyncEnumerator();
        for (var page = 1; page <= 4; page++)
        {
            Assert.True(await pages.MoveNextAsync());
            await Task.Delay(20);
            Assert.Equal(page + 1, pool.Calls("ListIdentities"));
        }
    }

    [Fact]
    public async Task A_failing_page_is_an_error_behind_the_ones_that_came()
    {
        using var pool = await PoolOfIdentities.MakeAsync(600);
        pool.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentities",
            ErrorCode = "NotAuthorizedException",
            AtCall = 3,
        });
        var seen = 0;
        await Assert.ThrowsAsync<NotAuthorizedException>(async () =>
        {
            await foreach (var page in new IdentityLister(pool.Connection).ListAsync(pool.Pool))
                seen += page.Count;
        });
        Assert.Equal(120, seen);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttle)]
    [InlineData(SandboxFaultKind.InternalError)]
    [InlineData(SandboxFaultKind.ConnectionReset)]
    [InlineData(SandboxFaultKind.TruncatedBody)]
    [InlineData(SandboxFaultKind.HtmlPage)]
    public async Task A_listing_survives_a_storm_and_gives_each_identity_once(SandboxFaultKind kind)
    {
        using var pool = await PoolOfIdentities.MakeAsync(1200, maxAttempts: null, new EagerTime(), Timeout.InfiniteTimeSpan);
        foreach (var at in new[] { 1, 5, 9, 13, 17 })
        {
            pool.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = "ListIdentities",
                Kind = kind,
                AtCall = at,
                Times = 2,
            });
        }
        var listed = await ListAsync(pool, null);
        Assert.Equal(pool.Ids.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_lets_through_what_it_says_whatever_the_dates() =>
        await Gen.Select(
            Gen.Int[0, 6].Nullable(), Gen.Int[0, 6].Nullable(), Gen.Int[0, 6].Nullable(),
            Gen.Int[0, 6].Nullable(), Gen.Enum<PoolIdentityType>().Nullable(), Gen.Int[-14, 14])
            .Where(limits => !(limits.Item1 <= limits.Item2) && !(limits.Item3 <= limits.Item4))
            .SampleAsync(async (createdBefore, createdAfter, modifiedBefore, modifiedAfter, type, zone) =>
        {
            using var pool = await PoolOfIdentities.MakeAsync(0);
            var expected = new List<string>();
            for (var created = 0; created < 6; created++)
            {
                for (var modified = created; modified < 6; modified++)
                {
                    var guests = pool.Sandbox.AddIdentities(pool.Pool, 1, null, Noon.AddHours(created), Noon.AddHours(modified));
                    var users = pool.Sandbox.AddIdentities(
                        pool.Pool, 1, "accounts.google.com", Noon.AddHours(created), Noon.AddHours(modified));
                    if (created >= createdBefore
                        || created < createdAfter
                        || modified >= modifiedBefore
                        || modified < modifiedAfter)
                    {
                        continue;
                    }
                    if (type != PoolIdentityType.Authenticated)
                        expected.AddRange(guests);
                    if (type != PoolIdentityType.Guest)
                        expected.AddRange(users);
                }
            }

            // The same moment, as another time zone writes it.
            DateTimeOffset? At(int? hours) => hours is { } known ? Noon.AddHours(known).ToOffset(TimeSpan.FromHours(zone)) : null;
            var filter = new IdentityFilter
            {
                IdentityType = type,
                CreatedBefore = At(createdBefore),
                CreatedAfter = At(createdAfter),
                ModifiedBefore = At(modifiedBefore),
                ModifiedAfter = At(modifiedAfter),
            };
            filter.Check();
            Assert.Equal(expected.Order(StringComparer.Ordinal), (await ListAsync(pool, filter)).Order(StringComparer.Ordinal));
        }, iter: 60, threads: 2);

    [Fact]
    public void Limits_with_nothing_between_them_are_refused()
    {
        Assert.Equal(
            "CreatedBefore",
            Assert.Throws<InvalidSettingException>(() => new IdentityFilter
            {
                CreatedBefore = Noon,
                CreatedAfter = Noon,
            }.Check()).Setting);
        Assert.Equal(
            "ModifiedBefore",
            Assert.Throws<InvalidSettingException>(() => new IdentityFilter
            {
                ModifiedBefore = Noon,
                ModifiedAfter = Noon.AddDays(1),
            }.Check()).Setting);
    }

    [Fact]
    public void An_identity_without_a_date_fits_no_limit_of_it()
    {
        Assert.False(new IdentityFilter
        {
            CreatedBefore = Noon,
        }.Fits(new IdentityDescription { LastModifiedDate = Noon.UtcDateTime }));
        Assert.False(new IdentityFilter
        {
            ModifiedBefore = Noon,
        }.Fits(new IdentityDescription { CreationDate = Noon.UtcDateTime }));
        Assert.True(IdentityFilter.All.Fits(new IdentityDescription()));
    }

    [Fact]
    public async Task Disabled_identities_are_those_that_the_second_listing_has_more()
    {
        using var pool = await PoolOfIdentities.MakeAsync(130);
        var old = pool.Sandbox.AddIdentities(pool.Pool, 70, null, Noon, disabled: true);
        var young = pool.Sandbox.AddIdentities(pool.Pool, 5, "accounts.google.com", disabled: true);
        pool.Sandbox.ClearCalls();
        Assert.Equal(
            old.Concat(young).Order(StringComparer.Ordinal),
            (await ListDisabledAsync(pool, null)).Order(StringComparer.Ordinal));
        Assert.Equal(young, await ListDisabledAsync(pool, new IdentityFilter { IdentityType = PoolIdentityType.Authenticated }));
    }

    [Fact]
    public async Task Whoever_signs_up_between_the_listings_is_not_taken_for_disabled()
    {
        using var pool = await PoolOfIdentities.MakeAsync(100);
        var disabled = pool.Sandbox.AddIdentities(pool.Pool, 3, null, Noon, disabled: true);
        var found = new List<string>();
        var added = false;
        await foreach (var page in new IdentityLister(pool.Connection).ListDisabledAsync(pool.Pool))
        {
            // The enabled ones are known by now, and the second page of the second listing is still to be read.
            if (!added)
                pool.Sandbox.AddIdentities(pool.Pool, 100);
            added = true;
            found.AddRange(page.Select(identity => identity.IdentityId));
        }

        Assert.Equal(disabled.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_disabled_identities_the_pool_is_listed_twice_and_no_more()
    {
        using var pool = await PoolOfIdentities.MakeAsync(130);
        Assert.Empty(await ListDisabledAsync(pool, null));
        Assert.Equal(6, pool.Calls("ListIdentities"));
    }

    [Fact]
    public void The_set_of_ids_knows_every_id_and_no_other() =>
        Gen.Guid.Array[0, 2000].Sample(known =>
        {
            var set = new IdentityIdSet();
            foreach (var id in known)
                set.Add($"us-east-1:{id}");
            set.Add("odd");
            return known.All(id => set.Contains($"us-east-1:{id}"))
                && !set.Contains($"us-east-1:{Guid.NewGuid()}")
                && set.Contains("odd")
                && !set.Contains("even")
                && set.Count == known.Length + 1;
        }, iter: 50);

    [Fact]
    public async Task A_measurement_counts_types_providers_ages_and_what_fits()
    {
        var time = new FakeTimeProvider(Noon);
        using var pool = await PoolOfIdentities.MakeAsync(0, time: time, timeout: Timeout.InfiniteTimeSpan);
        foreach (var (count, days, login, disabled) in new[]
        {
            (
                1,
                0.5,
                (string?)null,
                false), (
                    2,
                    1.1,
                    "accounts.google.com",
                    false), (
                        3,
                        6.9,
                        null,
                        false), (
                            4,
                            29.0,
                            null,
                            true), (
                                5,
                                30.1,
                                "login.example.com",
                                false), (
                                    6,
                                    179.0,
                                    null,
                                    false), (
                                        7, 364.0, null,
                                        false), (8, 365.1, "accounts.google.com", false), (9, 5000.0, null, true),
        })
        {
            pool.Sandbox.AddIdentities(pool.Pool, count, login, Noon.AddDays(-days), Noon.AddDays(-days / 2), disabled);
        }

        var filter = new IdentityFilter { IdentityType = PoolIdentityType.Guest, CreatedBefore = Noon.AddDays(-90) };
        var measured = await new IdentityMeasurer(pool.Connection, pool).MeasureAsync(
            pool.Pool, new LoginForms(), filter, countDisabled: true, CancellationToken.None);

        Assert.Equal(
            (45L, 30L, 15L, 13L, 22L),
            (measured.Total, measured.Guests, measured.Authenticated, measured.Disabled!.Value, measured.Matching!.Value));
        Assert.Equal(
            [(ProviderType.Google, 10L), (ProviderType.OpenIdConnect, 5L)],
            measured.Providers.Select(provider => (provider.Type, provider.Count)));
        Assert.Equal([1L, 5L, 4L, 5L, 6L, 7L, 8L, 9L], measured.Created.Select(age => age.Count));
        Assert.Equal([45L, 44L, 39L, 35L, 30L, 24L, 17L, 9L], measured.Created.Select(age => age.CountBefore));
        Assert.Equal(
            (Noon.AddDays(-5000).LocalDateTime, Noon.AddDays(-0.5).LocalDateTime),
            (measured.OldestCreation!.Value, measured.NewestCreation!.Value));
        Assert.Equal(DateTimeKind.Local, measured.OldestCreation.Value.Kind);
        Assert.Equal(1, measured.Created.Sum(age => age.Share), 6);
        // Each row says what a cleanup with its date gives.
        foreach (var row in measured.Created)
        {
            var guests = new IdentityFilter { IdentityType = PoolIdentityType.Guest, CreatedBefore = row.Before };
            Assert.Equal(row.GuestsBefore, (await ListAsync(pool, guests)).Count);
            Assert.Equal(row.CountBefore, (await ListAsync(pool, guests with { IdentityType = null })).Count);
        }

        foreach (var row in measured.Modified)
            Assert.Equal(row.CountBefore, (await ListAsync(pool, new IdentityFilter { ModifiedBefore = row.Before })).Count);
    }

    [Fact]
    public async Task An_empty_pool_is_measured_too()
    {
        using var pool = await PoolOfIdentities.MakeAsync(0);
        var measured = await new IdentityMeasurer(pool.Connection, pool).MeasureAsync(
            pool.Pool, new LoginForms(), IdentityFilter.All, countDisabled: false, CancellationToken.None);
        Assert.Equal((0L, null, null, null), (measured.Total, measured.Matching, measured.Disabled, measured.OldestCreation));
        Assert.All(measured.Created, age => Assert.Equal((0L, 0L, 0.0), (age.Count, age.CountBefore, age.Share)));
        Assert.Empty(measured.Providers);
    }

    [Theory]
    [InlineData("accounts.google.com", ProviderType.Google, "accounts.google.com", "Google", "https://accounts.google.com")]
    [InlineData(
        "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC", ProviderType.CognitoUserPool,
        "us-east-1_AbC", "CognitoUserPool", "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC/")]
    [InlineData(
        "login.example.com/tenant", ProviderType.OpenIdConnect, "https://login.example.com/tenant/",
        "arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant", "OpenIdConnect")]
    [InlineData(
        "arn:aws:iam::123456789012:saml-provider/corp", ProviderType.Saml,
        "corp", "Saml", "arn:aws:iam::123456789012:saml-provider/corp")]
    [InlineData("our.backend", ProviderType.Developer, "our.backend", "Developer", "Developer")]
    public void A_provider_goes_by_every_form_of_its_key(string key, ProviderType type, params string[] names)
    {
        var forms = new LoginForms("our.backend");
        Assert.Equal(type, forms.TypeOf(key));
        Assert.All(names, name => Assert.Contains(LoginForms.Searched(name), forms.NamesOf(key)));
    }

    [Fact]
    public void A_user_pools_role_mapping_key_finds_its_logins() =>
        Assert.Equal(
            "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC",
            LoginForms.Searched("cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC:1example"));

    private static async Task<List<string>> ListAsync(PoolOfIdentities pool, IdentityFilter? filter)
    {
        var ids = new List<string>();
        await foreach (var page in new IdentityLister(pool.Connection).ListAsync(pool.Pool, filter))
            ids.AddRange(page.Select(identity => identity.IdentityId));
        return ids;
    }

    private static async Task<List<string>> ListDisabledAsync(PoolOfIdentities pool, IdentityFilter? filter)
    {
        var ids = new List<string>();
        await foreach (var page in new IdentityLister(pool.Connection).ListDisabledAsync(pool.Pool, filter))
            ids.AddRange(page.Select(identity => identity.IdentityId));
        return ids;
    }
}
