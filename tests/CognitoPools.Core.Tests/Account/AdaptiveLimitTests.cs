using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Core.Tests.Account;

/// <summary>How many reads run side by side, by what the service answers.</summary>
public sealed class AdaptiveLimitTests
{
    private readonly AdaptiveLimit limit = new();

    [Fact]
    public async Task Successes_let_more_run_up_to_the_most()
    {
        var before = limit.Current;
        await SucceedAsync(1);
        Assert.Equal(before + 1, limit.Current);

        await SucceedAsync(1_000);
        Assert.Equal(AdaptiveLimit.Most, limit.Current);
    }

    [Fact]
    public async Task A_refusal_for_the_rate_halves_them_and_they_grow_slowly_again()
    {
        await SucceedAsync(1_000);

        await RefuseAsync();
        Assert.Equal(AdaptiveLimit.Most / 2, limit.Current);

        await SucceedAsync(1);
        Assert.Equal(AdaptiveLimit.Most / 2, limit.Current);
        await SucceedAsync(AdaptiveLimit.Most / 2);
        Assert.Equal(AdaptiveLimit.Most / 2 + 1, limit.Current);
    }

    [Fact]
    public async Task Reads_that_were_refused_together_halve_them_once()
    {
        await SucceedAsync(1_000);
        var answer = new TaskCompletionSource<int>();
        var together = Enumerable.Range(0, 5).Select(_ => limit.RunAsync(() => answer.Task, CancellationToken.None)).ToList();

        answer.SetException(Throttled);
        foreach (var read in together)
            await Assert.ThrowsAsync<AmazonServiceException>(() => read);

        Assert.Equal(AdaptiveLimit.Most / 2, limit.Current);
    }

    [Fact]
    public async Task One_always_runs()
    {
        for (var refusal = 0; refusal < 20; refusal++)
            await RefuseAsync();

        Assert.Equal(1, limit.Current);
        await SucceedAsync(1);
    }

    [Fact]
    public async Task Another_failure_changes_nothing()
    {
        var before = limit.Current;

        await Assert.ThrowsAsync<InvalidOperationException>(() => limit.RunAsync<int>(
            () => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(before, limit.Current);
    }

    [Fact]
    public async Task No_more_run_than_may_and_one_that_waits_can_give_up()
    {
        var answer = new TaskCompletionSource<int>();
        var started = 0;
        Task<int> Read(CancellationToken token) => limit.RunAsync(
            () =>
            {
                Interlocked.Increment(ref started);
                return answer.Task;
            },
            token);
        var may = limit.Current;
        var running = Enumerable.Range(0, may).Select(_ => Read(CancellationToken.None)).ToList();
        using var stop = new CancellationTokenSource();
        var waiting = Read(stop.Token);
        var next = Read(CancellationToken.None);
        Assert.Equal(may, started);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        answer.SetResult(1);
        await Task.WhenAll(running);
        Assert.Equal(1, await next);
        Assert.Equal(may + 1, started);
    }

    private static AmazonServiceException Throttled => new("slower") { ErrorCode = "TooManyRequestsException" };

    private async Task SucceedAsync(int times)
    {
        for (var time = 0; time < times; time++)
            await limit.RunAsync(() => Task.FromResult(1), CancellationToken.None);
    }

    private Task RefuseAsync() => Assert.ThrowsAsync<AmazonServiceException>(() => limit.RunAsync<int>(
        () => throw Throttled, CancellationToken.None));
}
