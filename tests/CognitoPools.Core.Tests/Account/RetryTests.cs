using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Account;

public class RetryTests
{
    [Fact]
    public async Task A_minute_of_throttling_is_waited_out_and_every_wait_is_told()
    {
        var time = new FakeTimeProvider();
        var sandbox = new SandboxAccount(time);
        using var connection = Connect(sandbox, time);
        var end = time.GetUtcNow().AddMinutes(1);
        sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            Kind = SandboxFaultKind.Throttle,
            Times = int.MaxValue,
        });
        var observer = new Observer(() =>
        {
            if (time.GetUtcNow() >= end)
                sandbox.Settings.ClearFaults();
        });
        using var observation = CallObservation.Observe(observer);

        var call = connection.Cognito("eu-central-1").ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 60 });
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
        await call;

        Assert.True(observer.Waits.Count > 3);
        Assert.True(observer.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Endless_throttling_ends_in_an_error_that_is_known_as_throttling()
    {
        var time = new FakeTimeProvider();
        var sandbox = new SandboxAccount(time);
        using var connection = Connect(sandbox, time);
        sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            Kind = SandboxFaultKind.Throttle,
            Times = int.MaxValue,
        });
        var call = connection.Cognito("eu-central-1").ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 60 });
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(1);
        }
        Assert.True(AwsErrors.IsThrottling(await Assert.ThrowsAsync<TooManyRequestsException>(() => call)));
    }

    [Theory]
    [InlineData("LimitExceededException", 1)]
    [InlineData("NotAuthorizedException", 1)]
    [InlineData("ResourceConflictException", 1)]
    [InlineData("TooManyRequestsException", 3)]
    public async Task Only_what_may_succeed_is_sent_again(string code, int requests)
    {
        var time = new FakeTimeProvider();
        var sandbox = new SandboxAccount(time);
        using var connection = Connect(sandbox, time);
        sandbox.Settings.AddFault(new SandboxFault { Operation = "ListIdentityPools", ErrorCode = code, Times = 2 });
        var call = connection.Cognito("eu-central-1").ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 60 });
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(1);
        }
        await Task.WhenAny(call);
        Assert.Equal(requests, sandbox.Calls.Count);
        Assert.Equal(requests > 1, call.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_when_it_is_cancelled()
    {
        using var account = new TestAccount();
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            Kind = SandboxFaultKind.Hang,
            Times = int.MaxValue,
        });
        using var stop = new CancellationTokenSource();
        var call = account.Connection.Cognito("eu-central-1")
            .ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 60 }, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task What_is_told_of_a_call_holds_no_token()
    {
        using var account = new TestAccount();
        var observer = new Observer(() => { });
        using (CallObservation.Observe(observer))
        {
            await Assert.ThrowsAnyAsync<AmazonServiceException>(() => account.Connection.Cognito("eu-central-1")
                .GetIdAsync(new GetIdRequest
                {
                    IdentityPoolId = "eu-central-1:12345678-1234-1234-1234-123456789012",
                    Logins = new() { ["accounts.google.com"] = "verysecrettoken" },
                }));
        }
        var call = Assert.Single(observer.Calls);
        Assert.Contains("eu-central-1:12345678", call.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecrettoken", call.ToString(), StringComparison.Ordinal);
    }

    private static AccountConnection Connect(
        SandboxAccount sandbox, TimeProvider time) => AccountConnection.Open(new AccountOptions
        {
            IsSandbox = true,
            Region = "eu-central-1",
            Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "secret"),
            HandlerFactory = sandbox.CreateHandler,
            TimeProvider = time,
            Timeout = Timeout.InfiniteTimeSpan,
        });

    private sealed class Observer(Action calling) : ICallObserver
    {
        public List<AwsCall> Calls { get; } = [];

        public List<TimeSpan> Waits { get; } = [];

        public void Calling(AwsCall call)
        {
            Calls.Add(call);
            calling();
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay) => Waits.Add(delay);
    }
}
