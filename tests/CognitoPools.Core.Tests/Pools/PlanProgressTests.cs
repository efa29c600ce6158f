using CognitoPools.Account;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;
using CognitoPools.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>What is shown while a plan runs, and that it ends with the run.</summary>
public sealed class PlanProgressTests : IReporter, IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly SandboxAccount sandbox;
    private readonly AccountConnection connection;
    private readonly List<(string Activity, string? Status, int? Percent)> shown = [];
    private bool isWatched = true;

    public PlanProgressTests()
    {
        sandbox = new SandboxAccount(time);
        connection = AccountConnection.Open(new AccountOptions
        {
            IsSandbox = true,
            Region = "eu-central-1",
            HandlerFactory = sandbox.CreateHandler,
            SandboxIdentity = sandbox,
            TimeProvider = time,
            MaxAttempts = 1,
        });
    }

    bool IReporter.ShowsProgress => isWatched;

    void IReporter.Verbose(string text)
    {
    }

    void IReporter.Warning(string text)
    {
    }

    void IReporter.Progress(string activity, string? status, int? percent)
    {
        lock (shown)
            shown.Add((activity, status, percent));
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task Each_step_is_shown_by_number_and_the_end_too()
    {
        var plan = Creation();
        await new PlanRunner(connection, this).RunAsync(plan, null, CancellationToken.None);

        Assert.Equal(
            plan.Steps.Select((step, index) => ($"{index + 1} of {plan.Steps.Count}: ", (int?)(100 * index / plan.Steps.Count))),
            shown.SkipLast(1).Select(item => (item.Status?.Split(' ') is [var number, var of, var count, ..]
                ? $"{number} {of} {count} "
                : "", item.Percent)));
        Assert.StartsWith("2 of 4: Create IAM role 'guests'", shown[1].Status, StringComparison.Ordinal);
        Assert.Equal(("Changing identity pool shop", null), (shown[^1].Activity, shown[^1].Status));
    }

    [Fact]
    public async Task A_run_that_fails_shows_that_it_undoes_and_ends()
    {
        sandbox.Settings.AddFault(new SandboxFault { Operation = "SetIdentityPoolRoles", ErrorCode = "InvalidParameterException" });

        await Assert.ThrowsAsync<PlanFailedException>(
            () => new PlanRunner(connection, this).RunAsync(Creation(), null, CancellationToken.None));

        Assert.Equal(["Undoing the completed steps", null], shown.TakeLast(2).Select(item => item.Status));
    }

    [Fact]
    public async Task Nothing_is_built_when_nobody_looks()
    {
        isWatched = false;
        await new PlanRunner(connection, this).RunAsync(Creation(), null, CancellationToken.None);

        Assert.All(shown, item => Assert.Null(item.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_for_iam_shows_elapsed_and_limit_first_and_ends_when_it_is_over_or_cancelled(bool isCancelled)
    {
        sandbox.Settings.IamDelay = TimeSpan.FromSeconds(9);
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => new PlanRunner(connection, this).RunAsync(Creation(), null, stop.Token));
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, Task.Delay(1));
            time.Advance(TimeSpan.FromMilliseconds(250));
            if (isCancelled && Waits().Count >= 3)
                await stop.CancelAsync();
        }
        if (isCancelled)
            await Assert.ThrowsAsync<PlanFailedException>(() => run);
        else
            await run;

        var waits = Waits();
        Assert.Matches(@"^\d s of at most 60 s: IAM has not propagated a new role yet \(.+\)$", waits[0].Status);
        Assert.Null(waits[^1].Status);
        Assert.Equal(1, waits.Count(item => item.Status is null));
        Assert.Equal(waits.SkipLast(1).Select(item => item.Percent).Order(), waits.SkipLast(1).Select(item => item.Percent));
        if (!isCancelled)
            Assert.True(waits[^2].Percent >= 100 * 5 / 60, waits[^2].Status);
    }

    private List<(string Activity, string? Status, int? Percent)> Waits()
    {
        lock (shown)
            return [.. shown.Where(item => item.Activity == "Waiting for IAM")];
    }

    private static PoolPlan Creation()
    {
        var role = NewRole.ForPool(AwsPartition.Aws, PoolIdentityType.Guest, "guests", RolePolicyTemplate.Basic.ToJson());
        return PoolPlanner.Plan(new PoolChange(null, new IdentityPool
        {
            Name = "shop",
            Region = "eu-central-1",
            GuestAccess = true,
            GuestRole = role.Arn,
            BasicFlow = BasicFlowState.Inactive,
        })
        { NewRoles = [role] });
    }
}
