using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>
/// Updates a reviewed plan to the current state of the account. The edit is applied to the current pool, so that unrelated edits by
/// others are kept. The steps must be those that were reviewed, or none if all of them are done; otherwise, the plan is rejected.
/// </summary>
/// <param name="connection">The account.</param>
/// <param name="plan">The plan as it was reviewed.</param>
internal sealed class ReviewedPlan(AccountConnection connection, PoolPlan plan)
{
    private readonly List<string> changes = [];

    /// <summary>The plan to run; empty if all steps are done.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PlanOutdatedException">The plan no longer matches.</exception>
    public Task<PoolPlan> RenewAsync(CancellationToken cancellationToken) => plan.Source switch
    {
        PlannedChange { Change: { Current: { } current } change } => RenewEditAsync(current, change, cancellationToken),
        PlannedChange { Change: var change } => RenewCreationAsync(change, cancellationToken),
        var removal => new ReviewedRemoval(connection, plan, (PlannedRemoval)removal).RenewAsync(cancellationToken),
    };

    private async Task<PoolPlan> RenewEditAsync(IdentityPool current, PoolChange change, CancellationToken cancellationToken)
    {
        IdentityPool live;
        var parts = EditedPool.Parts(current, change.Desired);
        try
        {
            live = await new PoolReader(connection).ReadAsync(current.IdentityPoolId, parts, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            throw new PlanOutdatedException(plan.IdentityPool, ["the identity pool no longer exists"]);
        }
        if (live.Arn is null && !current.Tags.SequenceEqual(change.Desired.Tags))
        {
            var caller = await connection.GetCallerAsync(cancellationToken).ConfigureAwait(false);
            live = live with { Arn = PoolIds.Arn(live.Region, caller.Account, live.IdentityPoolId) };
        }
        var before = PlanSecrets.Filled(current, live);
        changes.AddRange(EditedPool.Differences(before, live));
        var roles = new ReviewedRoles(connection, live, changes);
        var now = await roles.RenewAsync(
            change with { Current = live, Desired = PlanSecrets.Filled(change.Desired, live) }, cancellationToken).ConfigureAwait(false);
        var renewed = PoolPlanner.Plan(now with { Desired = EditedPool.Rebased(before, now.Desired, live) });
        return Accepted(renewed, [current, change.Desired, live, renewed.Source is PlannedChange made ? made.Change.Desired : live]);
    }

    private async Task<PoolPlan> RenewCreationAsync(PoolChange change, CancellationToken cancellationToken)
    {
        var desired = change.Desired with { Connection = connection };
        var namesakes = await new PoolDirectory(connection).FindAsync(desired.Region, desired.Name, cancellationToken)
            .ConfigureAwait(false);
        changes.AddRange(namesakes.Where(pool => !change.Namesakes.Contains(pool.IdentityPoolId))
            .Select(pool => $"an identity pool of this name was created ({pool.IdentityPoolId})"));
        var now = await new ReviewedRoles(connection, desired, changes).RenewAsync(change with { Desired = desired }, cancellationToken)
            .ConfigureAwait(false);
        if (changes.Count > 0)
            throw new PlanOutdatedException(plan.IdentityPool, changes);
        return Accepted(PoolPlanner.Plan(now), []);
    }

    private PoolPlan Accepted(PoolPlan renewed, IReadOnlyList<IdentityPool> pools)
    {
        if (renewed.IsEmpty)
            return renewed;
        string[] reviewed = [.. plan.Steps.Select(step => StepText.Of(step, pools))];
        string[] steps = [.. renewed.Steps.Select(step => StepText.Of(step, pools))];
        if (reviewed.SequenceEqual(steps))
            return renewed;
        if (changes.Count == 0)
        {
            changes.AddRange(plan.Steps.Where((_, index) => !steps.Contains(reviewed[index])).Select(step => $"the planned step no longer applies: {step}"));
            changes.AddRange(renewed.Steps.Where((_, index) => !reviewed.Contains(steps[index])).Select(step => $"this step would be needed instead: {step}"));
        }
        throw new PlanOutdatedException(plan.IdentityPool, changes);
    }
}
