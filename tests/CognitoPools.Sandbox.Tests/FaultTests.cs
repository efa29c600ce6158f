using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly SandboxAccount account = new();
    private readonly Caller caller;

    public FaultTests() => caller = new Caller(account);

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task Strikes_at_the_scripted_call_and_as_often_as_scripted()
    {
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "listidentitypools",
            AtCall = 2,
            Times = 2,
            ErrorCode = "ConcurrentModificationException",
            Message = "Once more.",
        });

        var codes = new List<string?>();
        for (var i = 0; i < 4; i++)
            codes.Add(await CodeAsync());
        await caller.CreatePoolAsync();

        Assert.Equal([null, "ConcurrentModificationException", "ConcurrentModificationException", null], codes);
        Assert.Empty(account.Settings.Faults);
    }

    [Fact]
    public async Task A_star_counts_every_operation()
    {
        account.Settings.AddFault(new SandboxFault { Operation = "*", AtCall = 3, ErrorCode = "X" });

        await caller.CreatePoolAsync();
        Assert.Null(await CodeAsync());
        Assert.Equal("X", (await caller.IamFailAsync("ListRoles")).Code);
        Assert.Null(await CodeAsync());
    }

    [Fact]
    public async Task Strikes_for_ever_until_cleared()
    {
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            Times = int.MaxValue,
            Kind = SandboxFaultKind.Throttle,
        });

        for (var i = 0; i < 5; i++)
            Assert.Equal("TooManyRequestsException", await CodeAsync());
        Assert.Single(account.Settings.Faults);
        account.Settings.ClearFaults();
        Assert.Null(await CodeAsync());
    }

    [Fact]
    public async Task Says_errors_as_each_service_does()
    {
        account.Settings.AddFault(new SandboxFault { Operation = "ListIdentityPools", Kind = SandboxFaultKind.Throttle });
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            AtCall = 2,
            Kind = SandboxFaultKind.InternalError,
        });
        account.Settings.AddFault(new SandboxFault { Operation = "ListRoles", Kind = SandboxFaultKind.Throttle });
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "ListRoles",
            AtCall = 2,
            Kind = SandboxFaultKind.InternalError,
        });
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "ListRoles",
            AtCall = 3,
            ErrorCode = "ConcurrentModification",
            Message = "Busy",
            StatusCode = 409,
        });

        Assert.Equal(
            new Failure("TooManyRequestsException", "Rate exceeded", 400),
            await caller.FailAsync("ListIdentityPools", new { MaxResults = 1 }));
        Assert.Equal(
            ("InternalErrorException", 500),
            await caller.FailAsync("ListIdentityPools", new { MaxResults = 1 }) is var internalError
                ? (internalError.Code, internalError.Status)
                : default);
        Assert.Equal(new Failure("Throttling", "Rate exceeded", 400), await caller.IamFailAsync("ListRoles"));
        Assert.Equal(
            ("ServiceFailure", 500),
            await caller.IamFailAsync("ListRoles") is var failure ? (failure.Code, failure.Status) : default);
        Assert.Equal(new Failure("ConcurrentModification", "Busy", 409), await caller.IamFailAsync("ListRoles"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Loses_the_request_or_the_answer(bool afterApply, int pools)
    {
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateIdentityPool",
            Kind = SandboxFaultKind.InternalError,
            AfterApply = afterApply,
        });

        await caller.FailAsync("CreateIdentityPool", new { IdentityPoolName = "p", AllowUnauthenticatedIdentities = true });

        Assert.Equal(pools, await CountPoolsAsync());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Breaks_the_connection(bool afterApply, int pools)
    {
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateIdentityPool",
            Kind = SandboxFaultKind.ConnectionReset,
            AfterApply = afterApply,
        });

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => caller.CreatePoolAsync());

        Assert.Equal(
            SocketError.ConnectionReset,
            Assert.IsType<SocketException>(exception.InnerException!.InnerException).SocketErrorCode);
        Assert.Equal(pools, await CountPoolsAsync());
        Assert.Null(account.Calls[0].StatusCode);
    }

    [Fact]
    public async Task Hangs_until_the_caller_gives_up()
    {
        account.Settings.AddFault(new SandboxFault { Operation = "CreateIdentityPool", Kind = SandboxFaultKind.Hang });
        using var stop = new CancellationTokenSource();

        var call = caller.SendAsync(
            "CreateIdentityPool", new { IdentityPoolName = "p", AllowUnauthenticatedIdentities = true }, stop.Token);
        Assert.False(call.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(0, await CountPoolsAsync());
        Assert.Equal("CreateIdentityPool", account.Calls[0].Operation);
    }

    [Theory]
    [InlineData(null, 503)]
    [InlineData(200, 200)]
    public async Task Answers_with_a_web_page(int? status, int expected)
    {
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateIdentityPool",
            Kind = SandboxFaultKind.HtmlPage,
            StatusCode = status,
        });

        using var response = await caller.SendAsync(
            "CreateIdentityPool", new { IdentityPoolName = "p", AllowUnauthenticatedIdentities = true });

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<html>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountPoolsAsync());
    }

    [Theory]
    [InlineData(SandboxFaultKind.EmptyBody, null, 200, "", "")]
    [InlineData(SandboxFaultKind.EmptyBody, 204, 204, "", "")]
    [InlineData(SandboxFaultKind.EmptyJson, null, 200, "{}", "<ListRolesResponse ")]
    [InlineData(SandboxFaultKind.HtmlPage, 200, 200, "<html>", "<html>")]
    [InlineData(SandboxFaultKind.HtmlPage, null, 503, "<html>", "<html>")]
    public async Task Answers_as_somebody_else_without_a_request_id(
        SandboxFaultKind kind, int? status, int expected, string json, string xml)
    {
        account.Settings.AddFault(new SandboxFault { Operation = "*", Times = 2, Kind = kind, StatusCode = status });

        using var pools = await caller.SendAsync("ListIdentityPools", new { MaxResults = 1 });
        using var roles = await caller.SendQueryAsync("iam", "2010-05-08", "ListRoles");

        Assert.All([pools, roles], answer =>
        {
            Assert.Equal(expected, (int)answer.StatusCode);
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase));
        });
        Assert.StartsWith(json, await pools.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith(xml, await roles.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("RequestId", await roles.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await CodeAsync());
    }

    [Theory]
    [InlineData(SandboxFaultKind.Error)]
    [InlineData(SandboxFaultKind.Throttle)]
    [InlineData(SandboxFaultKind.InternalError)]
    [InlineData(SandboxFaultKind.HtmlPage)]
    [InlineData(SandboxFaultKind.EmptyBody)]
    [InlineData(SandboxFaultKind.EmptyJson)]
    public async Task Every_kind_of_answer_can_come_before_or_after_the_operation(SandboxFaultKind kind)
    {
        var pools = new List<int>();
        foreach (var afterApply in new[] { false, true })
        {
            account.Settings.AddFault(new SandboxFault
            {
                Operation = "CreateIdentityPool",
                Kind = kind,
                ErrorCode = "X",
                AfterApply = afterApply,
            });
            using var answer = await caller.SendAsync(
                "CreateIdentityPool", new { IdentityPoolName = "p", AllowUnauthenticatedIdentities = true });
            pools.Add(await CountPoolsAsync());
        }

        Assert.Equal([0, 1], pools);
    }

    [Fact]
    public async Task A_request_that_arrives_twice_takes_effect_twice_and_has_the_second_answer()
    {
        account.Settings.AddFault(new SandboxFault { Operation = "*", Times = 3, Kind = SandboxFaultKind.Duplicate });

        var second = await caller.CreatePoolAsync();
        var refused = await caller.IamFailAsync(
            "CreateRole", ("RoleName", "r"), ("AssumeRolePolicyDocument", Trust.For(second)));
        var gone = await caller.FailAsync("DeleteIdentityPool", new { IdentityPoolId = second });

        Assert.Equal("EntityAlreadyExists", refused.Code);
        Assert.Equal("ResourceNotFoundException", gone.Code);
        Assert.Equal(1, await CountPoolsAsync());
        Assert.Equal(
            ["CreateIdentityPool 200", "CreateIdentityPool 200", "CreateRole 409", "CreateRole 200",
                "DeleteIdentityPool 400", "DeleteIdentityPool 200"],
            account.Calls.Take(6).Select(call => $"{call.Operation} {call.StatusCode}"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_slow_answer_comes_after_the_delay(bool afterApply, int poolsMeanwhile)
    {
        var time = new FakeTimeProvider();
        var slow = new SandboxAccount(time);
        using var other = new Caller(slow);
        slow.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateIdentityPool",
            Kind = SandboxFaultKind.Slow,
            Delay = TimeSpan.FromMinutes(1),
            AfterApply = afterApply,
        });

        var call = other.CreatePoolAsync();
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        var listed = await other.CallAsync("ListIdentityPools", new { MaxResults = 60 });
        Assert.Equal(poolsMeanwhile, listed["IdentityPools"]!.AsArray().Count);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            await call,
            (string)(await other.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]![0]!["IdentityPoolId"]!);
    }

    [Fact]
    public async Task An_answer_without_text_breaks_off_with_the_connection()
    {
        var pool = await caller.CreatePoolAsync();
        account.Settings.AddFault(new SandboxFault { Operation = "DeleteIdentityPool", Kind = SandboxFaultKind.TruncatedBody });

        await Assert.ThrowsAsync<HttpRequestException>(
            () => caller.SendAsync("DeleteIdentityPool", new { IdentityPoolId = pool }));

        Assert.Equal(0, await CountPoolsAsync());
    }

    [Fact]
    public async Task Cuts_an_answer_in_half()
    {
        account.Settings.AddFault(new SandboxFault { Operation = "*", Times = 2, Kind = SandboxFaultKind.TruncatedBody });

        using var json = await caller.SendAsync(
            "CreateIdentityPool", new { IdentityPoolName = "p", AllowUnauthenticatedIdentities = true });
        using var xml = await caller.SendQueryAsync("iam", "2010-05-08", "ListRoles");

        Assert.Equal(200, (int)json.StatusCode);
        var (jsonText, xmlText) = (await json.Content.ReadAsStringAsync(), await xml.Content.ReadAsStringAsync());
        Assert.StartsWith("{", jsonText, StringComparison.Ordinal);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(jsonText));
        Assert.Throws<System.Xml.XmlException>(() => XElement.Parse(xmlText));
        Assert.Equal(1, await CountPoolsAsync());
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public async Task Leaves_identities_unprocessed(bool afterApply, int left)
    {
        var pool = await caller.CreatePoolAsync();
        var ids = account.AddIdentities(pool, 3).ToList();
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = SandboxFaultKind.UnprocessedIdentities,
            UnprocessedCount = 2,
            AfterApply = afterApply,
        });

        var answer = await caller.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = ids });

        var unprocessed = answer["UnprocessedIdentityIds"]!.AsArray();
        Assert.Equal(ids.Take(2), unprocessed.Select(item => (string)item!["IdentityId"]!));
        Assert.All(unprocessed, item => Assert.Equal("InternalServerError", (string)item!["ErrorCode"]!));
        Assert.Equal(
            left,
            (await caller.CallAsync("ListIdentities", new { IdentityPoolId = pool, MaxResults = 60 }))[
                "Identities"]!.AsArray().Count);
    }

    [Fact]
    public async Task Unprocessed_identities_take_the_scripted_code()
    {
        var pool = await caller.CreatePoolAsync();
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "*",
            Kind = SandboxFaultKind.UnprocessedIdentities,
            ErrorCode = "AccessDenied",
        });

        var answer = await caller.CallAsync("DeleteIdentities", new { IdentityIdsToDelete = account.AddIdentities(pool, 60) });

        Assert.Equal(
            60,
            answer["UnprocessedIdentityIds"]!.AsArray().Count(item => (string)item!["ErrorCode"]! == "AccessDenied"));
    }

    [Fact]
    public void Refuses_a_fault_that_could_never_strike()
    {
        Assert.Throws<ArgumentException>(() => account.Settings.AddFault(new SandboxFault { Operation = "", ErrorCode = "X" }));
        Assert.Throws<ArgumentException>(() => account.Settings.AddFault(new SandboxFault { Operation = "GetId" }));
        Assert.Throws<ArgumentException>(() => account.Settings.AddFault(new SandboxFault
        {
            Operation = "GetId",
            ErrorCode = "X",
            AtCall = 0,
        }));
        Assert.Throws<ArgumentException>(() => account.Settings.AddFault(new SandboxFault
        {
            Operation = "GetId",
            ErrorCode = "X",
            Times = 0,
        }));
        Assert.All(
            [
                (SandboxFaultKind.Slow, TimeSpan.FromSeconds(-1)), (SandboxFaultKind.Slow, TimeSpan.MaxValue),
                (SandboxFaultKind.Hang, TimeSpan.FromSeconds(1)),
            ],
            wrong => Assert.Throws<ArgumentException>(() => account.Settings.AddFault(new SandboxFault
            {
                Operation = "GetId",
                Kind = wrong.Item1,
                Delay = wrong.Item2,
            })));
    }

    private async Task<string?> CodeAsync()
    {
        using var response = await caller.SendAsync("ListIdentityPools", new { MaxResults = 1 });
        return (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["__type"];
    }

    private async Task<int> CountPoolsAsync() =>
        (await caller.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]!.AsArray().Count;
}
