using CognitoPools.Pools.Plans;
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
            using var account = await PoolSamples.PreparedAsync();
            var current = await PoolSamples.MakeAsync(account, before);
            PoolSamples.AssertSame(before, current);

            // A basic flow that was set cannot become unset again.
            var desired = after with
            {
                IdentityPoolId = current.IdentityPoolId,
                Arn = current.Arn,
                Connection = current.Connection,
                BasicFlow = after.BasicFlow == BasicFlowState.Unset ? current.BasicFlow : after.BasicFlow,
            };
            await PoolSamples.RunAsync(account, PoolPlanner.Plan(new PoolChange(current, desired)), current.IdentityPoolId);
            var reached = await PoolSamples.ReadAsync(account, current.IdentityPoolId);
            PoolSamples.AssertSame(desired, reached);
            Assert.True(PoolPlanner.Plan(new PoolChange(reached, desired)).IsEmpty);
            Assert.Empty(account.Warnings);
        }, iter: 120, threads: 2);

    [Fact]
    public async Task An_edit_of_one_setting_changes_nothing_else() =>
        await Gen.Select(PoolSamples.Pool, Gen.Int[0, 3]).SampleAsync(async (pool, which) =>
        {
            using var account = await PoolSamples.PreparedAsync();
            var current = await PoolSamples.MakeAsync(account, pool);
            var desired = which switch
            {
                0 => current with { GuestAccess = !current.GuestAccess },
                1 => current with { Name = current.Name + "x" },
                2 => current with { GuestRole = "arn:aws:iam::123456789012:role/three" },
                _ => current with { Tags = current.Tags.SetItem("new", "tag") },
            };
            account.Sandbox.ClearCalls();
            await PoolSamples.RunAsync(account, PoolPlanner.Plan(new PoolChange(current, desired)), current.IdentityPoolId);
            PoolSamples.AssertSame(desired, await PoolSamples.ReadAsync(account, current.IdentityPoolId));
            Assert.Single(account.Changes);
        }, iter: 80, threads: 2);

    [Fact]
    public async Task A_refusal_at_any_step_leaves_the_pool_as_it_was_and_a_lost_answer_loses_nothing() =>
        await Gen.Select(PoolSamples.Pool, PoolSamples.Pool, Gen.Int[0, 20], Gen.Bool)
            .SampleAsync(async (before, after, at, applied) =>
            {
                using var account = await PoolSamples.PreparedAsync();
                var current = await PoolSamples.MakeAsync(account, before);
                var desired = after with
                {
                    IdentityPoolId = current.IdentityPoolId,
                    Arn = current.Arn,
                    Connection = current.Connection,
                    BasicFlow = current.BasicFlow,
                };
                var plan = PoolPlanner.Plan(new PoolChange(current, desired));
                if (plan.IsEmpty)
                    return;
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

                if (applied)
                {
                    // Only the answer is lost; reading tells that the step is done.
                    await PoolSamples.RunAsync(account, plan, current.IdentityPoolId);
                    PoolSamples.AssertSame(desired, await PoolSamples.ReadAsync(account, current.IdentityPoolId));
                    return;
                }
                var failure = await Assert.ThrowsAsync<PlanFailedException>(
                    () => PoolSamples.RunAsync(account, plan, current.IdentityPoolId));

                Assert.Equal(step.Description, failure.Step);
                Assert.Empty(failure.Leftovers);
                account.Sandbox.Settings.ClearFaults();
                PoolSamples.AssertSame(current, await PoolSamples.ReadAsync(account, current.IdentityPoolId));
            }, iter: 120, threads: 2);
}
