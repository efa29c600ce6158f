using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Undoes the steps of a run, the last one first. A pool that the run created is deleted first, because this
/// also removes most of the other changes.</summary>
/// <param name="run">The run; receives the leftovers.</param>
/// <param name="total">The time limit.</param>
/// <param name="abandon">Abandons the undo.</param>
internal sealed class PlanUndo(PlanRun run, TimeSpan total, CancellationToken abandon)
{
    private readonly TimeProvider time = run.Connection.TimeProvider;
    private readonly List<string> undone = [];
    private readonly HashSet<string> usedRoles = new(StringComparer.Ordinal);
    private bool isPoolGone;

    /// <summary>Undoes the records in reverse order and adds to the run's leftovers what cannot be undone.</summary>
    /// <param name="lastFirst">The steps that are done or may be done.</param>
    /// <returns>The descriptions of the undone steps.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<StepRecord> lastFirst)
    {
        var start = time.GetTimestamp();
        var pending = lastFirst.OrderBy(record => record.Step is CreatePoolStep ? 0 : 1).ToList();
        for (var index = 0; index < pending.Count; index++)
        {
            var left = total - time.GetElapsedTime(start);
            await UndoAsync(pending[index], TimeSpan.FromTicks(left.Ticks / (pending.Count - index))).ConfigureAwait(false);
        }
        return undone;
    }

    private async Task UndoAsync(StepRecord record, TimeSpan share)
    {
        var change = record.Change!;
        if (change.GoesWithPool && isPoolGone)
            return;
        if (change.UndoAsync is not { } undoAsync || change.Role is { } role && usedRoles.Contains(role))
        {
            Leave(record.Outcome == StepOutcome.Done, change);
            return;
        }
        var description = run.Context.Bind(record.Step.Description);
        // The rest of the share is for reading the result of a failed undo.
        if (await TryAsync(undoAsync, share - TimeSpan.FromTicks(share.Ticks / 3)).ConfigureAwait(false) is not { } failure)
        {
            isPoolGone |= record.Step is CreatePoolStep;
            undone.Add(description);
            return;
        }
        run.Reporter.Verbose($"Undoing \"{description}\" failed: {failure.Message}");
        var isInEffect = true;
        if (await TryAsync(ReadAsync, TimeSpan.FromTicks(share.Ticks / 3)).ConfigureAwait(false) is not null)
        {
            Leave(isCertain: record.Outcome == StepOutcome.Done && !AwsErrors.IsAmbiguous(failure), change);
        }
        else if (isInEffect)
        {
            Leave(isCertain: true, change);
        }
        else
        {
            isPoolGone |= record.Step is CreatePoolStep;
            if (record.Outcome == StepOutcome.Done)
                undone.Add(description);
        }

        async Task ReadAsync(CancellationToken token) => isInEffect = await change.IsInEffectAsync(token).ConfigureAwait(false);
    }

    private async Task<Exception?> TryAsync(Func<CancellationToken, Task> work, TimeSpan limit)
    {
        if (limit <= TimeSpan.Zero || abandon.IsCancellationRequested)
        {
            var notSent = new OperationCanceledException("no time was left for the undo.");
            AwsErrors.MarkNotSent(notSent);
            return notSent;
        }
        using var expiry = time.CreateCancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, abandon);
        try
        {
            await work(either.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private void Leave(bool isCertain, SentChange change)
    {
        run.Leftovers.Add(isCertain ? change.Leftover : change.Doubt);
        usedRoles.UnionWith(change.UsedRoles);
    }
}
