using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Identities;
using CognitoPools.Sandbox;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Identities;

public class IdentityRemoverTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(1000, 17)]
    public async Task Identities_go_60_a_call_and_each_has_one_result(int count, int calls)
    {
        using var pool = await PoolOfIdentities.MakeAsync(count);
        var (outcomes, summary) = await pool.RemoveAsync();
        Assert.Equal(
            pool.Ids.Order(StringComparer.Ordinal),
            outcomes.Select(outcome => outcome.IdentityId).Order(StringComparer.Ordinal));
        Assert.All(outcomes, outcome => Assert.Equal(PoolIdentityRemovalStatus.Removed, outcome.Status));
        Assert.Equal(
            (count, count, 0L, 0L, 0L, false),
            (summary.Given, summary.Removed, summary.Failed, summary.Unknown, summary.NotSent, summary.Stopped));
        Assert.Equal(calls, pool.Calls("DeleteIdentities"));
        Assert.Empty(await pool.LeftAsync());
    }

    [Fact]
    public async Task A_total_outage_ends_the_removal_and_the_rest_is_not_sent()
    {
        using var pool = await PoolOfIdentities.MakeAsync(60 * 40);
        pool.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = SandboxFaultKind.ConnectionReset,
            Times = int.MaxValue,
        });

        var (outcomes, summary) = await pool.RemoveAsync();

        Assert.InRange(
            pool.Calls("DeleteIdentities"), IdentityRemover.SilentBatches,
            IdentityRemover.SilentBatches + IdentityRemover.MaxBatches);
        Assert.All(outcomes, outcome => Assert.Equal(PoolIdentityRemovalStatus.Unknown, outcome.Status));
        Assert.Equal(outcomes.Count, summary.Unknown);
        Assert.True(summary.NotSent > 0);
        Assert.Equal(summary.Given, summary.Unknown + summary.NotSent);
    }

    [Fact]
    public async Task Answers_between_the_failures_keep_the_removal_going()
    {
        using var pool = await PoolOfIdentities.MakeAsync(60 * 12);
        foreach (var call in new[] { 1, 2, 4, 5, 7, 8 })
        {
            pool.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = "DeleteIdentities",
                AtCall = call,
                ErrorCode = "InternalErrorException",
                StatusCode = 500,
            });
        }

        var (_, summary) = await pool.RemoveAsync();

        Assert.Equal((60 * 12, 0L), (summary.Given, summary.NotSent));
    }

    [Fact]
    public async Task Several_calls_are_under_way_and_whoever_gives_more_waits()
    {
        using var pool = await PoolOfIdentities.MakeAsync(60 * 20);
        pool.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = SandboxFaultKind.Hang,
            Times = int.MaxValue,
        });
        using var remover = pool.Remover();
        var given = 0;
        Task ready;
        do
        {
            ready = remover.AddAsync(pool.Connection, pool.Ids[given++], null);
        }
        while (ready.IsCompleted);

        Assert.Equal(60 * (IdentityRemover.MaxBatches + 1), given);
        await EventuallyAsync(() => pool.Calls("DeleteIdentities") == IdentityRemover.MaxBatches);
        await remover.StopAsync(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ready);
        var summary = remover.Summary;
        Assert.Equal(
            (given, 0L, 0L, given - 60, 60L),
            (summary.Given, summary.Removed, summary.Failed, summary.Unknown, summary.NotSent));
    }

    [Fact]
    public async Task A_repeated_id_is_left_out_within_the_window_and_counted()
    {
        using var pool = await PoolOfIdentities.MakeAsync(100);
        var (outcomes, summary) = await pool.RemoveAsync(pool.Ids.Concat(pool.Ids).Concat(pool.Ids.Take(1)));
        Assert.Equal(100, outcomes.Count);
        Assert.Equal((100L, 100L, 101L), (summary.Given, summary.Removed, summary.Repeated));
        Assert.Contains("101 repeated ids skipped", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_comes_again_long_after_is_sent_again_and_counts_as_removed()
    {
        using var pool = await PoolOfIdentities.MakeAsync(IdentityRemover.RepeatWindow + 1);
        var (outcomes, summary) = await pool.RemoveAsync(pool.Ids.Append(pool.Ids[0]));
        Assert.Equal(0, summary.Repeated);
        Assert.Equal(IdentityRemover.RepeatWindow + 2, summary.Removed);
        Assert.Equal(2, outcomes.Count(outcome => outcome.IdentityId == pool.Ids[0]));
    }

    [Fact]
    public async Task Ids_of_several_Regions_go_to_their_own()
    {
        using var pool = await PoolOfIdentities.MakeAsync(70);
        var other = await pool.Connection.Cognito("us-east-1").CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            IdentityPoolName = "far",
            AllowUnauthenticatedIdentities = true,
        });
        var far = pool.Sandbox.AddIdentities(other.IdentityPoolId, 70);
        pool.Sandbox.ClearCalls();
        var (_, summary) = await pool.RemoveAsync(
            pool.Ids.Zip(far, (near, distant) => new[] { near, distant }).SelectMany(pair => pair));
        Assert.Equal(140, summary.Removed);
        Assert.Equal(
            ["eu-central-1", "eu-central-1", "us-east-1", "us-east-1"],
            pool.Sandbox.Calls.Where(call => call.Changing).Select(call => call.Region).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_id_that_is_known_to_be_a_pools_is_refused_before_anything_is_sent()
    {
        using var pool = await PoolOfIdentities.MakeAsync(1);
        using var remover = pool.Remover();
        var failure = await Assert.ThrowsAsync<InvalidSettingException>(() => remover.AddAsync(pool.Connection, pool.Pool, null));
        Assert.Contains("Remove-CognitoIdentityPool", failure.Message, StringComparison.Ordinal);
        Assert.Empty(pool.Sandbox.Calls);
    }

    [Fact]
    public async Task An_id_that_turns_out_to_be_a_pools_is_not_said_to_be_removed()
    {
        using var pool = await PoolOfIdentities.MakeAsync(3);
        using var stranger = PoolOfIdentities.Connect(pool.Sandbox);
        using var remover = pool.Remover();
        foreach (var id in pool.Ids.Append(pool.Pool))
            await remover.AddAsync(stranger, id, null);
        await remover.FinishAsync();
        Assert.Equal((4L, 3L, 1L), (remover.Summary.Given, remover.Summary.Removed, remover.Summary.Failed));
    }

    [Fact]
    public async Task What_the_service_leaves_unprocessed_for_its_own_error_is_tried_again_and_what_it_denies_is_not()
    {
        using var pool = await PoolOfIdentities.MakeAsync(600);
        pool.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = SandboxFaultKind.UnprocessedIdentities,
            Times = 10,
            UnprocessedCount = 30,
        });
        var (_, summary) = await pool.RemoveAsync();
        Assert.Equal((600L, 600L), (summary.Given, summary.Removed));

        using var denied = await PoolOfIdentities.MakeAsync(60);
        denied.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = SandboxFaultKind.UnprocessedIdentities,
            UnprocessedCount = 5,
            ErrorCode = "AccessDenied",
        });
        (var outcomes, summary) = await denied.RemoveAsync();
        Assert.Equal((55L, 5L), (summary.Removed, summary.Failed));
        Assert.Equal(1, denied.Calls("DeleteIdentities"));
        Assert.All(
            outcomes.Where(outcome => outcome.Error is not null),
            outcome => Assert.Equal("AccessDenied", Assert.IsType<UnprocessedIdentityException>(outcome.Error).ErrorCode));
    }

    [Fact]
    public async Task One_poisoned_id_fails_alone()
    {
        using var pool = await PoolOfIdentities.MakeAsync(300);
        // The form of an id and longer than the service takes, so that it refuses the whole call; its Region is the
        // others' for the sandbox, which goes by the signature.
        var poison = "eu-central-1:" + new string('a', 60);
        var results = await new IdentityBatch(pool.Connection, PoolOfIdentities.Region).RemoveAsync(
            [.. pool.Ids.Take(59), poison], CancellationToken.None);
        Assert.Equal(poison, Assert.Single(results, result => result.Status != PoolIdentityRemovalStatus.Removed).IdentityId);
        Assert.Equal(241, (await pool.LeftAsync()).Count);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttle)]
    [InlineData(SandboxFaultKind.InternalError)]
    [InlineData(SandboxFaultKind.ConnectionReset)]
    [InlineData(SandboxFaultKind.TruncatedBody)]
    [InlineData(SandboxFaultKind.HtmlPage)]
    public async Task A_storm_of_faults_is_ridden_out(SandboxFaultKind kind)
    {
        var time = new EagerTime();
        using var pool = await PoolOfIdentities.MakeAsync(1000, maxAttempts: null, time, Timeout.InfiniteTimeSpan);
        // Fewer than one call is patient with, in case they all strike the same one.
        foreach (var at in new[] { 1, 4, 9 })
        {
            pool.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = "DeleteIdentities",
                Kind = kind,
                AtCall = at,
                Times = kind == SandboxFaultKind.Throttle ? 4 : 1,
                AfterApply = at % 2 == 0,
            });
        }
        var (outcomes, summary) = await pool.RemoveAsync();
        Assert.Equal((1000L, 1000L), (summary.Given, summary.Removed));
        Assert.Equal(1000, outcomes.Count);
        Assert.Empty(await pool.LeftAsync());
    }

    [Fact]
    public async Task A_hung_server_ends_by_the_time_limit_and_leaves_unknown_what_it_may_have_done()
    {
        using var pool = await PoolOfIdentities.MakeAsync(100, timeout: TimeSpan.FromMilliseconds(50));
        pool.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            Kind = SandboxFaultKind.Hang,
            Times = 1,
        });
        var (outcomes, summary) = await pool.RemoveAsync();
        Assert.Equal((100L, 0L), (summary.Given, summary.Failed));
        Assert.Contains(summary.Unknown, new[] { 60L, 40L });
        Assert.Equal(100, summary.Removed + summary.Unknown);
        Assert.All(
            outcomes.Where(outcome => outcome.Status == PoolIdentityRemovalStatus.Unknown),
            outcome => Assert.Contains("did not answer", outcome.Error!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expired_credentials_end_the_work_and_what_was_not_removed_counts_as_not_sent()
    {
        using var pool = await PoolOfIdentities.MakeAsync(6000);
        pool.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "DeleteIdentities",
            ErrorCode = "ExpiredTokenException",
            AtCall = 4,
            Times = int.MaxValue,
        });
        using var remover = pool.Remover();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            foreach (var id in pool.Ids)
                await remover.AddAsync(pool.Connection, id, null);
            await remover.FinishAsync();
        });
        await remover.StopAsync(Grace);
        Assert.True(AwsErrors.IsCredentialsRefused(remover.Fault!));
        var summary = remover.Summary;
        Assert.Equal((180L, 0L, 0L), (summary.Removed, summary.Failed, summary.Unknown));
        Assert.Equal(summary.Given, summary.Removed + summary.NotSent);
    }

    [Fact]
    public async Task Whenever_it_is_stopped_the_sum_is_right_and_a_second_run_finishes() =>
        await Gen.Select(
            Gen.Int[1, 1500], Gen.Int[0, 1500], Gen.Enum<SandboxFaultKind>(), Gen.Int[1, 20], Gen.Int[1, 3], Gen.Bool)
            .SampleAsync(async (count, stopAt, kind, atCall, times, late) =>
            {
                using var pool = await PoolOfIdentities.MakeAsync(count, maxAttempts: 2);
                pool.Sandbox.Settings.AddFault(new SandboxFault
                {
                    Operation = "DeleteIdentities",
                    Kind = kind,
                    AtCall = atCall,
                    Times = times,
                    UnprocessedCount = kind == SandboxFaultKind.UnprocessedIdentities ? 30 : int.MaxValue,
                    ErrorCode = kind == SandboxFaultKind.Error ? "InvalidParameterException" : null,
                });
                using var stop = new CancellationTokenSource();
                using var remover = pool.Remover(stop.Token);
                var outcomes = new List<IdentityOutcome>();
                try
                {
                    for (var index = 0; index < count; index++)
                    {
                        if (index == stopAt)
                        {
                            if (late)
                                stop.CancelAfter(1);
                            else
                                await stop.CancelAsync();
                        }

                        var ready = remover.AddAsync(pool.Connection, pool.Ids[index], pool.Pool);
                        // A server that hangs keeps everything waiting until somebody stops.
                        if (await Task.WhenAny(ready, Task.Delay(100)) != ready)
                            await stop.CancelAsync();
                        await ready;
                    }

                    var finished = remover.FinishAsync();
                    if (await Task.WhenAny(finished, Task.Delay(300)) != finished)
                        await stop.CancelAsync();
                    if (!stop.IsCancellationRequested)
                        await finished;
                    else
                        _ = finished.ContinueWith(task => task.Exception, TaskScheduler.Default);
                }
                catch (OperationCanceledException)
                {
                }

                await remover.StopAsync(TimeSpan.FromMilliseconds(100));
                while (remover.TryTake(out var outcome))
                    outcomes.Add(outcome);
                var summary = remover.Summary;
                Assert.Equal(summary.Given, summary.Removed + summary.Failed + summary.Unknown + summary.NotSent);

                var left = await pool.LeftAsync();
                var given = pool.Ids.Take((int)summary.Given).ToList();
                Assert.All(
                    outcomes.Where(outcome => outcome.Status == PoolIdentityRemovalStatus.Removed),
                    outcome => Assert.DoesNotContain(outcome.IdentityId, left));
                Assert.All(
                    outcomes.Where(outcome => outcome.Status == PoolIdentityRemovalStatus.Failed),
                    outcome => Assert.Contains(outcome.IdentityId, left));
                var gone = given.Count(id => !left.Contains(id));
                Assert.InRange(gone, summary.Removed, summary.Removed + summary.Unknown);
                Assert.InRange(
                    given.Count - gone, summary.Failed + summary.NotSent,
                    summary.Failed + summary.NotSent + summary.Unknown);

                var (_, second) = await pool.RemoveAsync();
                Assert.Equal((count, count), (second.Given, second.Removed));
                Assert.Empty(await pool.LeftAsync());
            }, iter: 30, threads: 1);

    [Fact]
    public async Task What_waits_for_the_rate_at_a_stop_was_not_sent_and_what_is_under_way_may_still_be_answered()
    {
        using var pool = await PoolOfIdentities.MakeAsync(
            600, rates: new Dictionary<string, double> { ["DeleteIdentities"] = 2 });
        using var remover = pool.Remover();
        foreach (var id in pool.Ids.Take(480))
            await remover.AddAsync(pool.Connection, id, null);
        await EventuallyAsync(() => remover.Summary.Removed >= 120);
        await remover.StopAsync(Grace);
        Assert.Equal((480L, 0L, 0L), (remover.Summary.Given, remover.Summary.Failed, remover.Summary.Unknown));
        Assert.Equal(480, remover.Summary.Removed + remover.Summary.NotSent);
        Assert.Equal(600 - remover.Summary.Removed, (await pool.LeftAsync()).Count);
    }

    [Fact]
    public async Task A_stop_while_the_last_answers_are_awaited_ends_as_soon_as_they_are_there()
    {
        var time = new FakeTimeProvider();
        using var pool = await PoolOfIdentities.MakeAsync(480, time: time, timeout: Timeout.InfiniteTimeSpan);
        pool.Sandbox.Settings.Latency = TimeSpan.FromSeconds(1);
        using var remover = pool.Remover();
        foreach (var id in pool.Ids)
            await remover.AddAsync(pool.Connection, id, null);
        var finished = remover.FinishAsync();
        await EventuallyAsync(() => pool.Calls("DeleteIdentities") == 8);
        var stopped = remover.StopAsync(TimeSpan.FromHours(1));
        while (!stopped.IsCompleted)
        {
            await Task.Delay(1);
            if (pool.Sandbox.Calls.Any(call => call.StatusCode is null))
                time.Advance(TimeSpan.FromSeconds(1));
        }

        await stopped;
        Assert.True(remover.Summary.Elapsed < TimeSpan.FromMinutes(30));
        Assert.Equal((480L, 480L), (remover.Summary.Given, remover.Summary.Removed));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finished);
    }

    [Fact]
    public async Task Two_cleanups_of_one_pool_at_once_remove_it_and_neither_fails()
    {
        using var pool = await PoolOfIdentities.MakeAsync(2000);
        using var second = PoolOfIdentities.Connect(pool.Sandbox);
        async Task<PoolIdentityRemovalSummary> CleanAsync(AccountConnection connection)
        {
            using var remover = new IdentityRemover(pool, null, CancellationToken.None);
            await foreach (var page in new IdentityLister(connection).ListAsync(pool.Pool))
            {
                foreach (var identity in page)
                    await remover.AddAsync(connection, identity.IdentityId, pool.Pool);
            }

            await remover.FinishAsync();
            return remover.Summary;
        }

        var summaries = await Task.WhenAll(Task.Run(() => CleanAsync(pool.Connection)), Task.Run(() => CleanAsync(second)));
        Assert.All(summaries, summary => Assert.Equal(summary.Given, summary.Removed));
        Assert.True(summaries.Sum(summary => summary.Given) >= 2000);
        Assert.Empty(await pool.LeftAsync());
    }

    [Fact]
    public async Task Progress_is_shown_at_most_five_times_a_second_and_not_at_all_when_nobody_looks()
    {
        var time = new FakeTimeProvider();
        using var pool = await PoolOfIdentities.MakeAsync(6000, time: time, timeout: Timeout.InfiniteTimeSpan);
        using var remover = pool.Remover();
        foreach (var id in pool.Ids)
        {
            await remover.AddAsync(pool.Connection, id, null);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await remover.FinishAsync();
        Assert.InRange(pool.Shown.Count, 10, 6 * 5 + 1);
        Assert.Matches("^[0-9,]+ removed, [0-9,]+ a second, 0:00:0[0-9] elapsed$", pool.Shown[0]);
        Assert.Null(pool.Shown[^1]);

        using var unseen = await PoolOfIdentities.MakeAsync(600, showsProgress: false);
        await unseen.RemoveAsync();
        Assert.Empty(unseen.Shown);
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        for (var wait = 0; wait < 3000 && !condition(); wait++)
            await Task.Delay(10);
        Assert.True(condition());
    }
}
