using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement.Model;
using CognitoPools.Account;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>A plan holds nothing of its runs: it can be run again, and by two at once.</summary>
public class RepeatedPlanTests
{
    private const string Region = "eu-central-1";

    [Fact]
    public async Task A_creation_that_is_run_twice_makes_two_pools()
    {
        using var account = new TestAccount();
        var plan = Creation(withRole: false);

        var ids = new[] { await PoolSamples.RunAsync(account, plan, null), await PoolSamples.RunAsync(account, plan, null) };

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await PoolsAsync(account)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_creation_whose_answer_is_lost_finds_its_own_pool()
    {
        using var account = new TestAccount();
        var plan = Creation(withRole: false);
        var first = await PoolSamples.RunAsync(account, plan, null);
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateIdentityPool",
            Kind = SandboxFaultKind.ConnectionReset,
            AfterApply = true,
        });

        var second = await PoolSamples.RunAsync(account, plan, null);

        Assert.Equal(
            new[] { first, second }.Order(StringComparer.Ordinal), (await PoolsAsync(account)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_role_is_deleted_by_the_undo_of_a_second_run_although_the_first_found_its_name_taken()
    {
        using var account = new TestAccount();
        var plan = Creation(withRole: true);
        await account.Connection.Iam(Region).CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = "guests",
            AssumeRolePolicyDocument = AnyTrust(),
        });
        await Assert.ThrowsAsync<PlanFailedException>(() => PoolSamples.RunAsync(account, plan, null));
        await account.Connection.Iam(Region).DeleteRoleAsync(new DeleteRoleRequest { RoleName = "guests" });
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "SetIdentityPoolRoles",
            ErrorCode = "InvalidParameterException",
        });

        await Assert.ThrowsAsync<PlanFailedException>(() => PoolSamples.RunAsync(account, plan, null));

        Assert.Empty((await account.Connection.Iam(Region).ListRolesAsync()).Roles ?? []);
        Assert.Empty(await PoolsAsync(account));
    }

    [Fact]
    public async Task A_second_run_of_an_edit_is_undone_to_what_that_run_found()
    {
        using var account = new TestAccount();
        var id = await PoolSamples.RunAsync(account, Creation(withRole: false), null);
        var current = await PoolSamples.ReadAsync(account, id);
        var plan = PoolPlanner.Plan(
            new PoolChange(current, current with { GuestAccess = false, Tags = current.Tags.SetItem("a", "b") }));
        await PoolSamples.RunAsync(account, plan, id);
        var renamed = await PoolSamples.ReadAsync(account, id);
        renamed = renamed with { Name = "renamed" };
        await PoolSamples.RunAsync(
            account, PoolPlanner.Plan(new PoolChange(await PoolSamples.ReadAsync(account, id), renamed)), id);
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "TagResource",
            ErrorCode = "InvalidParameterException",
        });

        await Assert.ThrowsAsync<PlanFailedException>(() => PoolSamples.RunAsync(account, plan, id));

        PoolSamples.AssertSame(renamed, await PoolSamples.ReadAsync(account, id));
    }

    [Fact]
    public async Task Two_runs_at_once_on_two_accounts_undo_each_their_own()
    {
        var plan = Creation(withRole: true);
        using var barrier = new Barrier(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            using var account = new TestAccount();
            account.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = "SetIdentityPoolRoles",
                ErrorCode = "InvalidParameterException",
            });
            using var observation = CallObservation.Observe(new MeetAt("SetIdentityPoolRoles", barrier));

            var failure = await Assert.ThrowsAsync<PlanFailedException>(() => PoolSamples.RunAsync(account, plan, null));

            Assert.Empty(failure.Leftovers);
            Assert.Empty(await PoolsAsync(account));
            Assert.Empty((await account.Connection.Iam(Region).ListRolesAsync()).Roles ?? []);
        })));
    }

    private static PoolPlan Creation(bool withRole)
    {
        var role = NewRole.ForPool(AwsPartition.Aws, PoolIdentityType.Guest, "guests", RolePolicyTemplate.Basic.ToJson());
        return PoolPlanner.Plan(new PoolChange(null, new IdentityPool
        {
            Name = "shop",
            Region = Region,
            GuestAccess = true,
            GuestRole = withRole ? role.Arn : null,
            BasicFlow = BasicFlowState.Inactive,
        })
        { NewRoles = withRole ? [role] : [] });
    }

    private static string AnyTrust() =>
        TrustPolicy.ForPool(
            AwsPartition.Aws, ["eu-central-1:12345678-1234-1234-1234-123456789012"],
            PoolIdentityType.Guest, principalTags: false)
            .ToJson();

    private static async Task<IReadOnlyList<string>> PoolsAsync(TestAccount account)
    {
        var page = await account.Connection.Cognito(Region).ListIdentityPoolsAsync(new ListIdentityPoolsRequest
        {
            MaxResults = 60,
        });
        return [.. (page.IdentityPools ?? []).Select(pool => pool.IdentityPoolId)];
    }

    private sealed class MeetAt(string operation, Barrier barrier) : ICallObserver
    {
        private bool met;

        public void Calling(AwsCall call)
        {
            if (call.Operation != operation || met)
                return;
            met = true;
            Assert.True(barrier.SignalAndWait(TimeSpan.FromSeconds(30)));
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay)
        {
        }
    }
}
