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
        if (identityPoolId is not null) context.SetPool(identityPoolId);
        var run = new PlanRun(connection, plan.Region, reporter, context);
        var started = new Stack<PlanStep>();
        foreach (var step in plan.Steps)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                reporter.Verbose(context.Bind(step.Description));
                started.Push(step);
                await step.ApplyAsync(run, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception cause)
            {
                if (started.Count > 0 && started.Peek() == step && !(AwsErrors.IsAmbiguous(cause) && step.UndoWhenUncertain)) started.Pop();
                var undone = await UndoAsync(run, started).ConfigureAwait(false);
                throw new PlanFailedException(context.Bind(step.Description), cause, undone, run.Leftovers);
            }
        }
        return context.Bind(Placeholders.PoolId);
    }

    private async Task<IReadOnlyList<string>> UndoAsync(PlanRun run, Stack<PlanStep> started)
    {
        using var deadline = new CancellationTokenSource(UndoDeadline);
        var undone = new List<string>();
        while (started.Count > 0)
        {
            var step = started.Pop();
            try
            {
                reporter.Verbose($"Undoing: {run.Context.Bind(step.Description)}");
                var task = step.UndoAsync(run, deadline.Token);
                await task.ConfigureAwait(false);
                undone.Add(run.Context.Bind(step.Description));
            }
            catch (Exception exception)
            {
                reporter.Verbose($"Undoing failed: {exception.Message}");
                run.Leftovers.Add(step.Leftover(run));
            }
        }
        return undone;
    }
}
