using Amazon.IdentityManagement.Model;
using CognitoPools.Pools;
using CognitoPools.Roles;
using CognitoPools.Sandbox;
using CsCheck;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Random pools and random edits, against the sandbox with its replace semantics.</summary>
public class PlanPropertyTests
{
    [Fact]
    public async Task A_plan_leads_from_any_pool_to_any_other_and_a_second_plan_is_empty() =>
        await Gen.Select(PoolSamples.Pool, PoolSamples.Pool).SampleAsync(async (before, after) =>
        {
            using var account = await PreparedAsync();
            var current = await MakeAsync(account, before);
            AssertSame(before, current);

            // A basic flow that was set cannot become unset again.
            var desired = after with { IdentityPoolId = current.IdentityPoolId, Arn = current.Arn, Connection = current.Connection, BasicFlow = after.BasicFlow == BasicFlowState.Unset ? current.BasicFlow : after.BasicFlow };
            await RunAsync(account, PoolPlanner.Plan(new PoolChange(current, desired)), current.IdentityPoolId);
            var reached = await new PoolReader(account.Connection).ReadAsync(current.IdentityPoolId, CancellationToken.None);
            AssertSame(desired, reached);
            Assert.True(PoolPlanner.Plan(new PoolChange(reached, desired)).IsEmpty);
            Assert.Empty(account.Warnings);
        }, iter: 120, threads: 2);

    [Fact]
    public async Task An_edit_of_one_setting_changes_nothing_else() =>
        await Gen.Select(PoolSamples.Pool, Gen.Int[0, 3]).SampleAsync(async (pool, which) =>
        {
            using var account = await PreparedAsync();
            var current = await MakeAsync(account, pool);
            var desired = which switch
            {
                0 => current with { GuestAccess = !current.GuestAccess },
                1 => current with { Name = current.Name + "x" },
                2 => current with { GuestRole = "arn:aws:iam::123456789012:role/three" },
                _ => current with { Tags = current.Tags.SetItem("new", "tag") },
            };
            account.Sandbox.ClearCalls();
            await RunAsync(account, PoolPlanner.Plan(new PoolChange(current, desired)), current.IdentityPoolId);
            AssertSame(desired, await new PoolReader(account.Connection).ReadAsync(current.IdentityPoolId, CancellationToken.None));
            Assert.Single(account.Changes);
        }, iter: 80, threads: 2);

    [Fact]
    public async Task A_failure_at_any_step_leaves_the_pool_as_it_was() =>
        await Gen.Select(PoolSamples.Pool, PoolSamples.Pool, Gen.Int[0, 20], Gen.Bool).SampleAsync(async (before, after, at, applied) =>
        {
            using var account = await PreparedAsync();
            var current = await MakeAsync(account, before);
            var desired = after with { IdentityPoolId = current.IdentityPoolId, Arn = current.Arn, Connection = current.Connection, BasicFlow = current.BasicFlow };
            var plan = PoolPlanner.Plan(new PoolChange(current, desired));
            if (plan.IsEmpty) return;
            var step = plan.Steps[at % plan.Steps.Count];
            var operation = step.Operation.Split(':')[1];
            account.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = operation,
                AtCall = plan.Steps.Take((at % plan.Steps.Count) + 1).Count(each => each.Operation == step.Operation),
                Kind = applied ? SandboxFaultKind.InternalError : SandboxFaultKind.Error,
                ErrorCode = applied ? null : "NotAuthorizedException",
                AfterApply = applied,
            });

            var failure = await Assert.ThrowsAsync<PlanFailedException>(() => RunAsync(account, plan, current.IdentityPoolId));

            Assert.Equal(step.Description, failure.Step);
            Assert.Empty(failure.Leftovers);
            account.Sandbox.Settings.ClearFaults();
            AssertSame(current, await new PoolReader(account.Connection).ReadAsync(current.IdentityPoolId, CancellationToken.None));
        }, iter: 120, threads: 2);

    private static async Task<TestAccount> PreparedAsync()
    {
        var account = new TestAccount();
        account.Sandbox.AddSamlProvider("okta");
        account.Sandbox.AddOpenIdConnectProvider("https://login.example.com");
        foreach (var name in new[] { "one", "two", "three" })
        {
            await account.Connection.Iam("eu-central-1").CreateRoleAsync(new CreateRoleRequest
            {
                RoleName = name,
                AssumeRolePolicyDocument = TrustPolicy.ForPool(AwsPartition.FromRegion("eu-central-1"), ["eu-central-1:12345678-1234-1234-1234-123456789012"], PoolIdentityType.Authenticated, false).ToJson(),
            });
        }
        return account;
    }

    private static async Task<IdentityPool> MakeAsync(TestAccount account, IdentityPool pool)
    {
        var id = await RunAsync(account, PoolPlanner.Plan(new PoolChange(null, pool)), null);
        return await new PoolReader(account.Connection).ReadAsync(id, CancellationToken.None);
    }

    private static Task<string> RunAsync(TestAccount account, PoolPlan plan, string? id) => new PlanRunner(account.Connection, account).RunAsync(plan, id, CancellationToken.None);

    private static void AssertSame(IdentityPool expected, IdentityPool actual)
    {
        var wanted = expected with { IdentityPoolId = actual.IdentityPoolId };
        Assert.True(wanted.Equals(actual), $"{string.Join("; ", PoolDifference.Settings(wanted, actual).Concat(PoolDifference.Roles(wanted, actual)))} tags {string.Join(",", wanted.Tags)} / {string.Join(",", actual.Tags)} mappings {string.Join(",", wanted.Providers.Select(provider => provider.AttributeMapping))} / {string.Join(",", actual.Providers.Select(provider => provider.AttributeMapping))}");
    }
}
