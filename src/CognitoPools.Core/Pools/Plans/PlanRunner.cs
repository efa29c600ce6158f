using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Applies a plan. If the answer of a step is lost, the runner reads whether the step is done. If a step fails or
/// the run is stopped, the completed steps are undone in reverse order.</summary>
/// <param name="connection">The account.</param>
/// <param name="reporter">Receives progress, warnings and verbose messages.</param>
/// <param name="limits">How long the undo may take; half a minute by default.</param>
public sealed class PlanRunner(AccountConnection connection, IReporter reporter, UndoLimits? limits = null)
{
    private readonly UndoLimits limits = limits ?? UndoLimits.Default;

    /// <summary>The writes of the last run, for a later check.</summary>
    internal IReadOnlyList<PoolWrite> Written { get; private set; } = [];

    /// <summary>Applies the steps in order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="identityPoolId">The pool's id, or null if the plan creates the pool.</param>
    /// <param name="cancellationToken">Stops the run. The completed steps are then undone.</param>
    /// <returns>The pool's id.</returns>
    /// <exception cref="PlanFailedException">A step failed or the run was stopped.</exception>
    public async Task<string> RunAsync(PoolPlan plan, string? identityPoolId, CancellationToken cancellationToken)
    {
        var context = new PlanContext();
        if (identityPoolId is not null)
            context.SetPool(identityPoolId);
        using var progress = new PlanProgress(reporter, plan);
        var run = new PlanRun(connection, plan.Region, reporter, context, cancellationToken);
        var sent = new Stack<StepRecord>();
        (PlanStep Step, Exception Cause)? failure = null;
        var tried = 0;
        foreach (var step in plan.Steps)
        {
            tried++;
            progress.Begin(tried, context.Bind(step.Description));
            var record = new StepRecord(step);
            var cause = await ApplyAsync(run, record).ConfigureAwait(false);
            if (record.Outcome != StepOutcome.NotDone)
                sent.Push(record);
            else if (record.LeftWhenNotDone is { } left)
                run.Leftovers.Add(left);
            if (cause is null)
                continue;
            failure ??= (step, cause);
            // The other steps of a removal can still be done.
            if (!step.IsIndependent || cancellationToken.IsCancellationRequested)
                break;
        }
        Written = run.Written;
        // A user who stops a command wants none of its changes, even if the last answer arrived at the same time. But if the
        // last step cannot be undone, all changes are better than some of them.
        if (failure is null && cancellationToken.IsCancellationRequested
            && sent.Count > 0 && sent.Peek().Change?.UndoAsync is not null)
        {
            failure = (sent.Peek().Step, new OperationCanceledException(cancellationToken));
        }
        if (failure is not { } failed)
            return context.Bind(Placeholders.PoolId);

        var permanent = sent.Where(record => record is { Outcome: StepOutcome.Done, Change.UndoAsync: null })
            .Reverse().Select(record => context.Bind(record.Step.Description)).ToList();
        progress.Undo();
        if (permanent.Count > 0)
            run.Leftovers.AddRange(plan.Steps.Skip(tried).Select(step => step.LeftWhenNotTried).OfType<PlanLeftover>());
        var undone = await new PlanUndo(run, TotalLimit(run), limits.Abandon).RunAsync(
            [.. sent.Where(record => record.Outcome == StepOutcome.Unknown || record.Change?.UndoAsync is not null)])
            .ConfigureAwait(false);
        throw new PlanFailedException(
            context.Bind(failed.Step.Description), failed.Cause, undone, run.Leftovers, permanent);
    }

    /// <summary>Sends a step and determines its outcome.</summary>
    /// <returns>Null if the step is done; otherwise, the reason why it is not.</returns>
    private async Task<Exception?> ApplyAsync(PlanRun run, StepRecord record)
    {
        try
        {
            run.Stop.ThrowIfCancellationRequested();
            reporter.Verbose(run.Context.Bind(record.Step.Description));
            await AnswerGrace.RunAsync(connection.TimeProvider, run.Stop, async token =>
            {
                await record.Step.ApplyAsync(run, record, token).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            record.Outcome = StepOutcome.Done;
            return null;
        }
        catch (Exception cause)
        {
            record.Outcome = await SettleAsync(run, record, cause).ConfigureAwait(false);
            if (record.Outcome != StepOutcome.Done)
                return cause;
            reporter.Verbose($"The answer was lost ({cause.Message}), but reading shows that the step is done.");
            return null;
        }
    }

    private TimeSpan TotalLimit(PlanRun run) => run.Stop.IsCancellationRequested ? limits.AfterStop : limits.AfterFailure;

    private async Task<StepOutcome> SettleAsync(PlanRun run, StepRecord record, Exception cause)
    {
        if (record.Change is not { } change || !(AwsErrors.IsAmbiguous(cause) || change.IsOwnDoing(cause)))
            return StepOutcome.NotDone;
        using var limit = run.Connection.TimeProvider.CreateCancellationTokenSource(
            TimeSpan.FromTicks(TotalLimit(run).Ticks / 3));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, limits.Abandon);
        try
        {
            return await change.IsInEffectAsync(either.Token).ConfigureAwait(false) ? StepOutcome.Done : StepOutcome.NotDone;
        }
        catch (Exception unreadable)
        {
            reporter.Verbose($"The outcome of the step could not be read: {unreadable.Message}");
            return StepOutcome.Unknown;
        }
    }
}
