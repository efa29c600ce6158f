using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Xml.Linq;

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
    }

    private async Task<string?> CodeAsync()
    {
        using var response = await caller.SendAsync("ListIdentityPools", new { MaxResults = 1 });
        return (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["__type"];
    }

    private async Task<int> CountPoolsAsync() =>
        (await caller.CallAsync("ListIdentityPools", new { MaxResults = 60 }))["IdentityPools"]!.AsArray().Count;
}
