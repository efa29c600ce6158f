using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests.Pools;

public class PlanRunnerTests
{
    private static readonly string[] Steps =
    [
        "CreateIdentityPool",
        "CreateRole",
        "PutRolePolicy",
        "SetIdentityPoolRoles",
        "SetPrincipalTagAttributeMap",
    ];

    public static TheoryData<string> CreationSteps => [.. Steps];

    [Theory]
    [MemberData(nameof(CreationSteps))]
    public async Task A_creation_that_is_stopped_at_any_step_leaves_nothing_or_names_it(string operation)
    {
        using var account = new TestAccount();
        using var stop = new CancellationTokenSource();
        using var observation = CallObservation.Observe(new StopAt(operation, stop));

        var failure = await Assert.ThrowsAsync<PlanFailedException>(
            () => new PlanRunner(account.Connection, account).RunAsync(Creation(), null, stop.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(failure.InnerException);
        var pools = await account.Connection.Cognito("eu-central-1").ListIdentityPoolsAsync(new ListIdentityPoolsRequest
        {
            MaxResults = 60,
        });
        Assert.All(
            pools.IdentityPools ?? [],
            pool => Assert.Contains(
                failure.Leftovers, left => left.What.Contains(pool.IdentityPoolId, StringComparison.Ordinal)));
        Assert.Empty((await account.Connection.Iam("eu-central-1").ListRolesAsync()).Roles ?? []);
    }

    [Fact]
    public async Task A_creation_whose_answer_is_lost_is_not_sent_again_but_found()
    {
        using var account = new TestAccount();
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateIdentityPool",
            Kind = SandboxFaultKind.ConnectionReset,
            AfterApply = true,
        });
        var id = await new PlanRunner(account.Connection, account).RunAsync(Creation(), null, CancellationToken.None);
        var pool = Assert.Single(
            (await account.Connection.Cognito("eu-central-1").ListIdentityPoolsAsync(new ListIdentityPoolsRequest
            {
                MaxResults = 60,
            })).IdentityPools);
        Assert.Equal(id, pool.IdentityPoolId);
    }

    [Fact]
    public async Task What_somebody_else_changed_after_the_plan_was_made_is_kept()
    {
        using var account = new TestAccount();
        var current = await MadeAsync(account);
        var plan = PoolPlanner.Plan(new PoolChange(current, current with { GuestAccess = false }));
        var theirs = PoolPlanner.Plan(new PoolChange(
            current,
            current with
            {
                Name = "renamed",
                Providers = [.. current.Providers, ProviderBuilder.Public(ProviderType.Facebook, "123456789012345")],
            }));
        await new PlanRunner(account.Connect(), account).RunAsync(theirs, current.IdentityPoolId, CancellationToken.None);

        await new PlanRunner(account.Connection, account).RunAsync(plan, current.IdentityPoolId, CancellationToken.None);

        var now = await new PoolReader(account.Connection).ReadAsync(current.IdentityPoolId, CancellationToken.None);
        Assert.Equal(("renamed", false, 2), (now.Name, now.GuestAccess, now.Providers.Count));
        Assert.Empty(account.Warnings);
    }

    [Fact]
    public async Task A_change_of_the_very_same_moment_is_reported()
    {
        using var account = new TestAccount();
        var current = await MadeAsync(account);
        var plan = PoolPlanner.Plan(new PoolChange(current, current with { GuestAccess = false }));
        var other = account.Connect();
        var rename = new UpdateIdentityPoolRequest
        {
            IdentityPoolId = current.IdentityPoolId,
            IdentityPoolName = "theirs",
            AllowUnauthenticatedIdentities = true,
            AllowClassicFlow = false,
        };
        using var observation = CallObservation.Observe(new AfterFirst(
            "UpdateIdentityPool",
            () => other.Cognito("eu-central-1").UpdateIdentityPoolAsync(rename).GetAwaiter().GetResult()));

        await new PlanRunner(account.Connection, account).RunAsync(plan, current.IdentityPoolId, CancellationToken.None);

        Assert.Contains(account.Warnings, warning => warning.Contains("theirs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pool_that_others_are_writing_is_read_and_written_again()
    {
        using var account = new TestAccount();
        var current = await MadeAsync(account);
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "UpdateIdentityPool",
            ErrorCode = "ConcurrentModificationException",
            Times = 3,
        });
        await new PlanRunner(account.Connection, account).RunAsync(
            PoolPlanner.Plan(new PoolChange(current, current with { GuestAccess = false })),
            current.IdentityPoolId, CancellationToken.None);
        Assert.False(
            (await new PoolReader(account.Connection).ReadAsync(current.IdentityPoolId, CancellationToken.None)).GuestAccess);
    }

    [Fact]
    public async Task What_cannot_be_undone_goes_last()
    {
        using var account = new TestAccount();
        var current = await MadeAsync(account);
        var plan = PoolPlanner.Plan(new PoolChange(current, current with
        {
            GuestAccess = false,
            GuestRole = null,
            Tags = current.Tags.SetItem("a", "b"),
            Providers = [.. current.Providers, ProviderBuilder.Developer("login.example")],
        }));
        Assert.Contains(plan.Steps[^1].Changes, change => change.Contains("login.example", StringComparison.Ordinal));
        Assert.DoesNotContain(
            plan.Steps.Take(plan.Steps.Count - 1),
            step => step.ToString()!.Contains("login.example", StringComparison.Ordinal)
                || step.Changes.Any(change => change.Contains("login.example", StringComparison.Ordinal)));
    }

    internal static PoolPlan Creation()
    {
        var role = NewRole.ForPool(AwsPartition.Aws, PoolIdentityType.Guest, "guests", RolePolicyTemplate.Basic.ToJson());
        return PoolPlanner.Plan(new PoolChange(null, new IdentityPool
        {
            Name = "shop",
            Region = "eu-central-1",
            GuestAccess = true,
            GuestRole = role.Arn,
            BasicFlow = BasicFlowState.Inactive,
            Providers =
            [
                ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com") with
                {
                    AttributeMapping = AttributeMapping.Default,
                },
            ],
        })
        { NewRoles = [role] });
    }

    private static async Task<IdentityPool> MadeAsync(TestAccount account)
    {
        var id = await new PlanRunner(account.Connection, account).RunAsync(Creation(), null, CancellationToken.None);
        return await new PoolReader(account.Connection).ReadAsync(id, CancellationToken.None);
    }

    private sealed class StopAt(string operation, CancellationTokenSource stop) : ICallObserver
    {
        public void Calling(AwsCall call)
        {
            if (call.Operation == operation)
                stop.Cancel();
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay)
        {
        }
    }

    /// <summary>Acts once, when the second call after the operation is on its way: the write has happened and is about
    /// to be verified.</summary>
    private sealed class AfterFirst(string operation, Action act) : ICallObserver
    {
        private bool seen;
        private bool done;

        public void Calling(AwsCall call)
        {
            if (done)
                return;
            if (seen)
            {
                done = true;
                act();
            }
            seen |= call.Operation == operation;
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay)
        {
        }
    }
}
