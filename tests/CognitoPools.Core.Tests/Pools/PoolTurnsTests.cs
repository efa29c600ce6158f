using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Pools;

public class PoolTurnsTests
{
    private const string Pool = "eu-central-1:12345678-1234-1234-1234-123456789012";

    [Fact]
    public async Task A_second_thread_waits_and_is_told_of_it()
    {
        using var account = new TestAccount();
        var first = await PoolTurns.EnterAsync(Pool, Thread.CurrentThread, account, CancellationToken.None);
        var second = PoolTurns.EnterAsync(Pool, new Thread(() => { }), account, CancellationToken.None);
        Assert.False(second.IsCompleted);
        Assert.Contains(account.Said, text => text.Contains("Waiting for it to end", StringComparison.Ordinal));
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task The_same_thread_and_other_pools_go_on_at_once()
    {
        using var account = new TestAccount();
        using var first = await PoolTurns.EnterAsync(Pool, Thread.CurrentThread, account, CancellationToken.None);
        using var nested = await PoolTurns.EnterAsync(Pool, Thread.CurrentThread, account, CancellationToken.None);
        using var other = await PoolTurns.EnterAsync(
            "eu-central-1:00000000-1234-1234-1234-123456789012",
            new Thread(() => { }), account, CancellationToken.None);
        Assert.Empty(account.Said);
    }

    [Fact]
    public async Task A_wait_that_is_stopped_ends_and_leaves_the_turn_free_afterwards()
    {
        using var account = new TestAccount();
        using var stop = new CancellationTokenSource();
        var first = await PoolTurns.EnterAsync(Pool, Thread.CurrentThread, account, CancellationToken.None);
        var second = PoolTurns.EnterAsync(Pool, new Thread(() => { }), account, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        (await PoolTurns.EnterAsync(Pool, new Thread(() => { }), account, CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task An_edit_of_somebody_else_that_is_replaced_is_reported_with_its_value()
    {
        using var account = new TestAccount();
        var id = await new PlanRunner(account.Connection, account).RunAsync(PoolPlanner.Plan(new PoolChange(null, new IdentityPool
        {
            Name = "shop",
            Region = "eu-central-1",
            Providers =
            [
                ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "one") with
                {
                    RoleSetting = RoleSetting.Token,
                    RoleResolution = RoleResolution.Deny,
                },
            ],
        })), null, CancellationToken.None);
        var reader = new PoolReader(account.Connection);
        var current = await reader.ReadAsync(id, CancellationToken.None);
        PoolPlan Plan(IdentityPool desired) => PoolPlanner.Plan(new PoolChange(current, desired));
        IdentityPool With(string name, RoleSetting setting, RoleResolution? resolution, AttributeMapping mapping) => current with
        {
            Name = name,
            Providers =
            [
                current.Providers[0] with { RoleSetting = setting, RoleResolution = resolution, AttributeMapping = mapping },
            ],
        };
        var mine = Plan(With("mine", RoleSetting.Default, null, AttributeMapping.Default));
        var theirs = Plan(With(
            "theirs", RoleSetting.Token, RoleResolution.AuthenticatedRole,
            AttributeMapping.Custom([new("team", "custom:team")])));
        await new PlanRunner(account.Connect(), account).RunAsync(theirs, id, CancellationToken.None);
        Assert.Empty(account.Warnings);

        await new PlanRunner(account.Connection, account).RunAsync(mine, id, CancellationToken.None);

        Assert.Equal(3, account.Warnings.Count);
        Assert.Contains(account.Warnings, warning => warning.Contains("Name was 'theirs'", StringComparison.Ordinal));
        Assert.Contains(account.Warnings, warning => warning.Contains("'Token, AuthenticatedRole'", StringComparison.Ordinal));
        Assert.Contains(account.Warnings, warning => warning.Contains("'team=custom:team'", StringComparison.Ordinal));
        Assert.Equal("mine", (await reader.ReadAsync(id, CancellationToken.None)).Name);
    }
}
