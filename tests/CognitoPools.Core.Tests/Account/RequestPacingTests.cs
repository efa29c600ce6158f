using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Account;

public class RequestPacingTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SandboxAccount sandbox;

    public RequestPacingTests() => sandbox = new SandboxAccount(time);

    [Fact]
    public async Task A_sandbox_has_no_limit_unless_one_is_set()
    {
        using var connection = Connect(null);
        for (var call = 0; call < 50; call++)
            await ListAsync(connection).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(connection.RequestRates);
    }

    [Fact]
    public async Task Connections_of_one_account_share_the_rate()
    {
        using var one = Connect(new() { ["ListIdentityPools"] = 2 });
        using var other = Connect(new() { ["listidentitypools"] = 2 });
        await Task.WhenAll(ListAsync(one), ListAsync(other));
        var third = ListAsync(one);
        await Task.Delay(50);
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await third.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(3, sandbox.Calls.Count);
    }

    [Fact]
    public async Task What_the_latest_connection_sets_holds_for_all_and_one_that_sets_nothing_changes_nothing()
    {
        using var slow = Connect(new() { ["ListIdentityPools"] = 1 });
        await ListAsync(slow);
        var waiting = Enumerable.Range(0, 20).Select(_ => ListAsync(slow)).ToList();
        using var fast = Connect(new() { ["ListIdentityPools"] = 1000 });
        waiting.Add(ListAsync(fast));
        using var silent = Connect(null);
        waiting.Add(ListAsync(silent));
        for (var passed = 0; passed < 40 && !Task.WhenAll(waiting).IsCompleted; passed++)
        {
            await Task.Delay(5);
            time.Advance(TimeSpan.FromMilliseconds(50));
        }

        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Another_Region_another_account_and_another_operation_have_rates_of_their_own()
    {
        using var connection = Connect(new() { ["ListIdentityPools"] = 1 });
        await ListAsync(connection);
        await ListAsync(connection, "eu-west-1").WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => connection.Cognito("eu-central-1")
            .DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest
            {
                IdentityPoolId = "eu-central-1:12345678-1234-1234-1234-123456789012",
            }).WaitAsync(TimeSpan.FromSeconds(30)));
        using var stranger = Connect(new() { ["ListIdentityPools"] = 1 }, new object());
        await ListAsync(stranger).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Retries_keep_to_the_rate_and_a_refusal_lowers_it()
    {
        using var connection = Connect(new() { ["ListIdentityPools"] = 10 });
        sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            Kind = SandboxFaultKind.Throttle,
            Times = 2,
        });
        var call = ListAsync(connection);
        var slowest = false;
        while (!call.IsCompleted)
        {
            await Task.Delay(1);
            slowest |= connection.IsThrottled("eu-central-1", "ListIdentityPools");
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        await call;
        Assert.Equal(3, sandbox.Calls.Count);
        Assert.True(slowest);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(connection.IsThrottled("eu-central-1", "ListIdentityPools"));
    }

    [Fact]
    public async Task A_call_that_is_stopped_while_it_waits_was_not_sent()
    {
        using var connection = Connect(new() { ["ListIdentityPools"] = 1 });
        await ListAsync(connection);
        using var stop = new CancellationTokenSource();
        var waiting = connection.Cognito("eu-central-1")
            .ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 1 }, stop.Token);
        await stop.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(AwsErrors.IsNotSent(failure));
        Assert.False(AwsErrors.IsAmbiguous(failure));
        Assert.Single(sandbox.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_is_stopped_between_two_attempts_is_only_unknown_when_the_first_may_have_taken_effect(
        bool ambiguous)
    {
        using var connection = Connect(null);
        sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = ambiguous ? SandboxFaultKind.InternalError : SandboxFaultKind.Throttle,
            Times = 5,
        });
        using var stop = new CancellationTokenSource();
        SendingStop.On(stop.Token);
        var call = connection.Cognito("eu-central-1").DeleteIdentitiesAsync(new DeleteIdentitiesRequest
        {
            IdentityIdsToDelete = ["eu-central-1:12345678-1234-1234-1234-123456789012"],
        });
        while (sandbox.Calls.All(sent => sent.StatusCode is null))
            await Task.Delay(1);
        await stop.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(ambiguous, AwsErrors.IsAmbiguous(failure));
        Assert.Equal(!ambiguous, AwsErrors.IsNotSent(failure));
    }

    [Theory]
    [InlineData("ListIdentites", 5, "Did you mean ListIdentities?")]
    [InlineData("Nonsense", 5, "not an operation of the identity pools")]
    [InlineData("ListIdentities", -1, "must not be negative")]
    [InlineData("ListIdentities", double.NaN, "not a number")]
    [InlineData("ListIdentities", double.Epsilon, "0.001 to 1000000")]
    [InlineData("ListIdentities", double.MaxValue, "0.001 to 1000000")]
    public void A_wrong_rate_is_named_before_anything_is_sent(string operation, double rate, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<InvalidSettingException>(() => Connect(new() { [operation] = rate })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_real_account_has_the_services_quotas_and_zero_lifts_one()
    {
        Assert.Equal(5, RequestRates.Quotas["ListIdentities"]);
        Assert.Equal(10, RequestRates.Quotas["DeleteIdentities"]);
        var rates = RequestRates.Over(new Dictionary<string, double> { ["DeleteIdentities"] = 0 }, RequestRates.Quotas);
        Assert.Equal("ListIdentities", Assert.Single(rates).Key);
    }

    [Theory]
    [InlineData("ASIAQNZGKIQY56JQ7WML", "029608264753")]
    [InlineData("AKIA0000000000000000", "AKIA0000000000000000")]
    [InlineData("short", "short")]
    public void Keys_of_one_account_are_known_by_their_ids(string key, string account) =>
        Assert.Equal(account, AccessKeys.AccountOf(key));

    private static Task<ListIdentityPoolsResponse> ListAsync(AccountConnection connection, string region = "eu-central-1") =>
        connection.Cognito(region).ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 1 });

    private AccountConnection Connect(
        Dictionary<string, double>? rates, object? identity = null) => AccountConnection.Open(new AccountOptions
        {
            IsSandbox = true,
            Region = "eu-central-1",
            HandlerFactory = sandbox.CreateHandler,
            SandboxIdentity = identity ?? sandbox,
            RequestRates = rates,
            TimeProvider = time,
            Timeout = Timeout.InfiniteTimeSpan,
        });
}
