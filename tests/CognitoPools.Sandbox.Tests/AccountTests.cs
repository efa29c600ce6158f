using CognitoPools.Sandbox.Services;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

public sealed class AccountTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Now);
    private readonly SandboxAccount account;
    private readonly Caller caller;

    public AccountTests()
    {
        account = new SandboxAccount(time);
        caller = new Caller(account);
    }

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task Names_the_operation_that_it_does_not_simulate() =>
        Assert.Equal(
            new Failure("NotSimulated", "The sandbox does not simulate NoSuchOperation of cognito-identity yet.", 501),
            await caller.FailAsync("NoSuchOperation", new { }));

    [Fact]
    public async Task Names_the_iam_operation_that_it_does_not_simulate() =>
        Assert.Equal(
            new Failure("NotSimulated", "The sandbox does not simulate CreateUser of iam yet.", 501),
            await caller.IamFailAsync("CreateUser", ("UserName", "u")));

    [Fact]
    public async Task Says_that_it_has_no_other_services()
    {
        using var http = new HttpClient(account.CreateHandler());
        var request = new HttpRequestMessage(HttpMethod.Post, "https://dynamodb.us-east-1.amazonaws.com/");
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.ListTables");

        using var response = await http.SendAsync(request);

        Assert.Equal(501, (int)response.StatusCode);
        Assert.Contains("DynamoDB_20120810.ListTables", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            ("unknown", "DynamoDB_20120810.ListTables", 501),
            Assert.Single(account.Calls) is var call ? (call.Service, call.Operation, call.StatusCode!.Value) : default);
    }

    [Fact]
    public async Task Signed_operations_need_a_signature()
    {
        using var unsigned = new Caller(account) { IsSigned = false };

        Assert.Equal(
            "MissingAuthenticationTokenException",
            (await unsigned.FailAsync("ListIdentityPools", new { MaxResults = 1 })).Code);
        Assert.Equal(
            ("MissingAuthenticationToken", 403),
            await unsigned.IamFailAsync("ListRoles") is var error ? (error.Code, error.Status) : default);
    }

    [Fact]
    public async Task Another_host_takes_the_region_of_the_signature_or_of_the_id()
    {
        using var signed = new Caller(account, "eu-central-1") { Host = "http://localhost:8080/" };
        using var unsigned = new Caller(account, "eu-central-1") { Host = "http://localhost:8080/", IsSigned = false };

        var pool = await signed.CreatePoolAsync(guests: true);
        await unsigned.CallAsync("GetId", new { IdentityPoolId = pool });

        Assert.StartsWith("eu-central-1:", pool, StringComparison.Ordinal);
        Assert.Equal(["eu-central-1", "eu-central-1"], account.Calls.Select(call => call.Region));
    }

    [Fact]
    public async Task Fips_hosts_are_of_their_region()
    {
        using var fips = new Caller(account, "us-west-2") { Host = "https://cognito-identity-fips.us-east-2.amazonaws.com/" };

        Assert.StartsWith("us-east-2:", await fips.CreatePoolAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_each_call()
    {
        using var guest = new Caller(account, "eu-west-1") { IsSigned = false };
        await caller.CreatePoolAsync("Größe".Replace("öß", "oss", StringComparison.Ordinal));
        await guest.FailAsync("GetId", new { IdentityPoolId = "eu-west-1:11111111-2222-3333-4444-555555555555" });
        await caller.IamAsync("ListRoles");

        Assert.Equal(
            [
                ("cognito-identity", "CreateIdentityPool", "us-east-1", true, "AKIDEXAMPLE", 200, null, true),
                ("cognito-identity", "GetId", "eu-west-1", false, null, 400, "ResourceNotFoundException", true),
                ("iam", "ListRoles", "us-east-1", true, "AKIDEXAMPLE", 200, null, false),
            ],
            account.Calls.Select(call =>
                (
                    call.Service, call.Operation, call.Region, call.Signed, call.AccessKeyId,
                    call.StatusCode!.Value, call.ErrorCode, call.Changing)));
        Assert.All(account.Calls, call => Assert.Equal(Now, call.Time));
        Assert.Contains("\"IdentityPoolName\":\"Grosse\"", account.Calls[0].Request, StringComparison.Ordinal);
        account.ClearCalls();
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task Records_no_secret()
    {
        await caller.FailAsync(
            "GetId",
            """{"IdentityPoolId":"us-east-1:1","Logins": { "accounts.google.com" : "google-\"token", "graph.facebook.com":"facebook-token"}}""");
        await caller.FailAsync(
            "UnlinkIdentity",
            """{"Logins":{"a":"be}fore","b":"af\"ter"},"LoginsToRemove":["b"],"Token":"one-token","NextToken":"page","SessionToken":"two-token"}""");
        await caller.FailAsync(
            "CreateIdentityPool",
            """{"SupportedLoginProviders":{"api.twitter.com":"key;twitter-secret","www.amazon.com":"app"}}""");
        using (await caller.SendQueryAsync(
            "sts", "2011-06-15", "AssumeRoleWithWebIdentity", ("WebIdentityToken", "web-token"), ("RoleArn", "r")))
        {
            Assert.Equal(
                """{"IdentityPoolId":"us-east-1:1","Logins": { "accounts.google.com" : "***", "graph.facebook.com":"***"}}""",
                account.Calls[0].Request);
            Assert.Equal(
                """{"SupportedLoginProviders":{"api.twitter.com":"key;***","www.amazon.com":"app"}}""",
                account.Calls[2].Request);
            Assert.Equal(
                "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&WebIdentityToken=***&RoleArn=r",
                account.Calls[3].Request);
            Assert.Equal(
                """{"Logins":{"a":"***","b":"***"},"LoginsToRemove":["b"],"Token":"***","NextToken":"page","SessionToken":"***"}""",
                account.Calls[1].Request);
        }
    }

    [Theory]
    [InlineData("www.digits.com", "no-semicolon", "***")]
    [InlineData("api.twitter.com", "API.KEY;a;b", "API.KEY;***")]
    [InlineData("api.twitter.com", "quo\\\"te;a\\\"b", "quo\\\"te;***")]
    public async Task Records_no_secret_of_an_application(string key, string value, string shown)
    {
        await caller.FailAsync("CreateIdentityPool", $$$"""{"SupportedLoginProviders":{"{{{key}}}":"{{{value}}}"}}""");

        Assert.Equal($$$"""{"SupportedLoginProviders":{"{{{key}}}":"{{{shown}}}"}}""", account.Calls[0].Request);
    }

    [Theory]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{ "alg":"none"}""")]
    [InlineData("{\n\"alg\":\"none\"}")]
    [InlineData("{\r\n\"alg\":\"none\"}")]
    public async Task Records_no_token_in_a_wrong_place(string header)
    {
        var token = $"{Segment(header)}.{Segment("""{"sub":"somebody"}""")}.c2lnbmF0dXJl";
        await caller.FailAsync("DescribeIdentity", new { IdentityId = token });
        await caller.FailAsync("ListIdentities", new { IdentityPoolId = $"x {token} y", MaxResults = 1 });
        await caller.IamFailAsync("GetRole", ("RoleName", token[..^12]));

        Assert.All(account.Calls, call =>
        {
            Assert.Contains("***", call.Request, StringComparison.Ordinal);
            Assert.DoesNotContain(token.Split('.')[1], call.Request, StringComparison.Ordinal);
            Assert.DoesNotContain("c2lnbmF0dXJl", call.Request, StringComparison.Ordinal);
        });
        Assert.EndsWith(" y\",\"MaxResults\":1}", account.Calls[1].Request, StringComparison.Ordinal);

        static string Segment(string json) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(json))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    [Fact]
    public async Task Hosts_and_roles_are_not_taken_for_tokens()
    {
        const string Body = """{"IdentityPoolName":"www.eyesight-clinic.example.com","X":"cognito-identity.amazonaws.com:aud"}""";
        await caller.FailAsync("DescribeIdentity", Body);

        Assert.Equal(Body, account.Calls[0].Request);
    }

    [Fact]
    public async Task Keeps_the_last_two_thousand_calls_whole()
    {
        await caller.CreatePoolAsync();
        await caller.FailAsync("DescribeIdentityPool", new { IdentityPoolId = new string('x', 5_000) });
        for (var i = 0; i < 1_999; i++)
            await caller.CallAsync("ListIdentityPools", new { MaxResults = 1 });

        Assert.Equal(2_000, account.Calls.Count);
        Assert.Equal("DescribeIdentityPool", account.Calls[0].Operation);
        Assert.Equal($$"""{"IdentityPoolId":"{{new string('x', 5_000)}}"}""", account.Calls[0].Request);
    }

    [Fact]
    public async Task The_clock_can_be_set_and_runs_on()
    {
        account.Clock.SetTime(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        time.Advance(TimeSpan.FromSeconds(5));
        account.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 1, 5, TimeSpan.Zero), account.Clock.GetUtcNow());
        var pool = await caller.CreatePoolAsync(guests: true);
        var id = (string)(await caller.CallAsync("GetId", new { IdentityPoolId = pool }))["IdentityId"]!;
        Assert.Equal(
            account.Clock.GetUtcNow().ToUnixTimeSeconds(),
            (double)(await caller.CallAsync("DescribeIdentity", new { IdentityId = id }))["CreationDate"]!);
        account.Reset();
        Assert.Equal(Now.AddSeconds(5), account.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Latency_delays_answers_and_ends_with_the_callers_patience()
    {
        account.Settings.Latency = TimeSpan.FromSeconds(2);
        var call = caller.SendAsync("ListIdentityPools", new { MaxResults = 1 });
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        using var response = await call;
        Assert.True(response.IsSuccessStatusCode);

        using var stop = new CancellationTokenSource();
        var abandoned = caller.SendAsync("ListIdentityPools", new { MaxResults = 1 }, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
    }

    [Fact]
    public async Task Request_rates_throttle_by_the_clock()
    {
        account.Settings.RequestRates = new Dictionary<string, double> { ["listidentitypools"] = 2 };

        Assert.Equal([true, true, false], await TryAsync(3));
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([true, false], await TryAsync(2));
        account.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true, true, false], await TryAsync(3));
        account.Clock.Advance(TimeSpan.FromHours(-2));
        Assert.Equal([false], await TryAsync(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, true, false], await TryAsync(3));
        account.Settings.RequestRates = new Dictionary<string, double>();
        Assert.Equal([true], await TryAsync(1));
    }

    [Fact]
    public async Task Request_rates_are_the_regions_own_and_leave_other_operations_alone()
    {
        using var other = new Caller(account, "eu-west-1");
        account.Settings.RequestRates = new Dictionary<string, double> { ["ListIdentityPools"] = 0.5 };

        Assert.Equal([true, false], await TryAsync(2));
        await other.CallAsync("ListIdentityPools", new { MaxResults = 1 });
        await caller.CreatePoolAsync();
        Assert.Equal("TooManyRequestsException", account.Calls[1].ErrorCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void Refuses_a_rate_that_is_no_rate(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Settings.RequestRates = new Dictionary<string, double>
        {
            ["GetId"] = rate,
        });

    [Fact]
    public void Refuses_an_operation_that_it_does_not_have()
    {
        var rate = Assert.Throws<ArgumentException>(() => account.Settings.RequestRates = new Dictionary<string, double>
        {
            ["ListIdentites"] = 5,
        });
        var fault = Assert.Throws<ArgumentException>(() => account.Settings.AddFault(new SandboxFault
        {
            Operation = "DeletRole",
            Kind = SandboxFaultKind.Throttle,
        }));

        Assert.Contains("Did you mean ListIdentities?", rate.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean DeleteRole?", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            CognitoIdentityOperations.All.Keys.Concat(IamOperations.All.Keys).Concat(StsOperations.All.Keys)
                .Order(StringComparer.Ordinal),
            SandboxSettings.Operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Refuses_times_outside_its_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Settings.Latency = TimeSpan.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Settings.IamDelay = TimeSpan.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Clock.Advance(TimeSpan.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Clock.Advance(TimeSpan.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Clock.SetTime(DateTimeOffset.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Clock.SetTime(DateTimeOffset.MinValue));
        Assert.Equal(TimeSpan.Zero, account.Clock.Offset);
    }

    [Fact]
    public void Refuses_negative_delays()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Settings.Latency = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.Settings.IamDelay = TimeSpan.FromSeconds(-1));
    }

    [Fact]
    public async Task Reset_leaves_an_empty_account_with_default_settings()
    {
        await caller.CreatePoolAsync();
        await caller.CreateRoleAsync("r");
        account.Settings.Latency = account.Settings.IamDelay = TimeSpan.FromSeconds(1);
        account.Settings.RequestRates = new Dictionary<string, double> { ["GetId"] = 1 };
        account.Settings.AddFault(new SandboxFault { Operation = "GetId", ErrorCode = "X" });
        account.Clock.Advance(TimeSpan.FromDays(1));

        account.Reset();

        Assert.Empty(account.Calls);
        Assert.Empty(account.Settings.Faults);
        Assert.Empty(account.Settings.RequestRates);
        Assert.Equal(
            (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
            (account.Settings.Latency, account.Settings.IamDelay, account.Clock.Offset));
        Assert.Empty((await caller.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]!.AsArray());
        Assert.Empty((await caller.IamAsync("ListRoles")).Descendants("RoleName"));
    }

    [Fact]
    public async Task Stands_many_callers_at_once()
    {
        const int Workers = 8;
        const int PerWorker = 600;
        var pool = await caller.CreatePoolAsync(guests: true);

        var taken = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            using var mine = new Caller(account);
            var ids = new List<string>();
            for (var i = 0; i < PerWorker; i++)
                ids.Add((string)(await mine.CallAsync("GetId", new { IdentityPoolId = pool }))["IdentityId"]!);
            await mine.CreateRoleAsync($"r{worker}");
            foreach (var batch in ids.Take(PerWorker / 2).Chunk(60))
            {
                var answer = await mine.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = batch });
                Assert.Empty(answer["UnprocessedIdentityIds"]!.AsArray());
                await mine.CallAsync("ListIdentities", new { IdentityPoolId = pool, MaxResults = 60 });
                await mine.CallAsync(
                    "TagResource",
                    new
                    {
                        ResourceArn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}",
                        Tags = new Dictionary<string, string> { [$"k{worker}"] = "v" },
                    });
                Assert.True(account.Calls.Count <= 2_000);
            }

            return ids.Skip(PerWorker / 2).ToList();
        })));

        var left = new List<string>();
        string? token = null;
        do
        {
            var page = await caller.CallAsync(
                "ListIdentities", new { IdentityPoolId = pool, MaxResults = 60, NextToken = token });
            left.AddRange(page["Identities"]!.AsArray().Select(identity => (string)identity!["IdentityId"]!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        Assert.Equal(taken.SelectMany(ids => ids).Order(StringComparer.Ordinal), left.Order(StringComparer.Ordinal));
        Assert.Equal(
            Workers,
            (await caller.CallAsync("DescribeIdentityPool", new { IdentityPoolId = pool }))[
                "IdentityPoolTags"]!.AsObject().Count);
        Assert.Equal(Workers, (await caller.IamAsync("ListRoles")).Descendants("RoleName").Count());
    }

    [Fact]
    public async Task One_of_many_that_create_the_same_role_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var mine = new Caller(account);
            using var response = await mine.SendQueryAsync(
                "iam", "2010-05-08", "CreateRole", ("RoleName", "same"),
                ("AssumeRolePolicyDocument", Trust.For("us-east-1:1")));
            return (int)response.StatusCode;
        })));

        Assert.Equal(1, answers.Count(status => status == 200));
        Assert.Equal(7, answers.Count(status => status == 409));
    }

    [Fact]
    public async Task Disposing_a_handler_ends_nothing()
    {
        using (var first = new Caller(account))
            await first.CreatePoolAsync();

        Assert.Single((await caller.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]!.AsArray());
    }

    private async Task<List<bool>> TryAsync(int calls)
    {
        var results = new List<bool>();
        for (var i = 0; i < calls; i++)
        {
            using var response = await caller.SendAsync("ListIdentityPools", new { MaxResults = 1 });
            results.Add(response.IsSuccessStatusCode);
        }

        return results;
    }
}
