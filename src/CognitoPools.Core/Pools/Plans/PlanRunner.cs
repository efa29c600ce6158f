using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Applies a plan. When a step fails or the run is stopped, the finished steps are undone in reverse.</summary>
/// <param name="connection">The account.</param>
/// <param name="reporter">Who is told.</param>
public sealed class PlanRunner(AccountConnection connection, IReporter reporter)
{
    private static readonly TimeSpan UndoDeadline = TimeSpan.FromSeconds(30);

    /// <summary>Applies the steps in their order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="identityPoolId">The pool's id, or null when the plan makes it.</param>
    /// <param name="cancellationToken">Stops the run; what was done is then undone.</param>
    /// <returns>The pool's id.</returns>
    /// <exception cref="PlanFailedException">A step failed or the run was stopped.</exception>
    public async Task<string> RunAsync(PoolPlan plan, string? identityPoolId, CancellationToken cancellationToken)
    {
        var context = new PlanContext();
        if (identityPoolId is not null)
            context.SetPool(identityPoolId);
        var run = new PlanRun(connection, plan.Region, reporter, context);
        var done = new Stack<StepRecord>();
        foreach (var step in plan.Steps)
        {
            var record = new StepRecord(step);
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                reporter.Verbose(context.Bind(step.Description));
                await step.ApplyAsync(run, record, cancellationToken).ConfigureAwait(false);
                done.Push(record);
            }
            catch (Exception cause)
            {
                // A step that the service refused has done nothing.
                if (AwsErrors.IsAmbiguous(cause))
                    done.Push(record);
                var undone = await UndoAsync(run, done).ConfigureAwait(false);
                throw new PlanFailedException(context.Bind(step.Description), cause, undone, run.Leftovers);
            }
        }
        return context.Bind(Placeholders.PoolId);
    }

    private async Task<IReadOnlyList<string>> UndoAsync(PlanRun run, IEnumerable<StepRecord> lastFirst)
    {
        using var deadline = new CancellationTokenSource(UndoDeadline);
        var undone = new List<string>();
        foreach (var record in lastFirst)
        {
            if (record.Undo is not { } undo)
                continue;
            if (undo.RunAsync is not { } undoAsync)
            {
                run.Leftovers.Add(undo.Leftover);
                continue;
            }
            var description = run.Context.Bind(record.Step.Description);
            try
            {
                reporter.Verbose($"Undoing: {description}");
                await undoAsync(deadline.Token).ConfigureAwait(false);
                undone.Add(description);
            }
            catch (Exception exception)
            {
                reporter.Verbose($"Undoing failed: {exception.Message}");
                run.Leftovers.Add(undo.Leftover);
            }
        }
        return undone;
    }
}
