using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Repeats read, merge and write when the service reports that somebody else is writing the same resource.</summary>
internal static class ConcurrencyRetry
{
    private const int Attempts = 6;

    public static async Task RunAsync(PlanRun run, StepRecord record, Func<Task> readMergeWrite)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await readMergeWrite().ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (attempt < Attempts && AwsErrors.IsConcurrentModification(exception))
            {
                record.Refused();
                run.Reporter.Verbose(
                    "Somebody else is changing the same resource. Reading it again and applying the change to its current state.");
                await run.Connection.TimeProvider.Delay(TimeSpan.FromMilliseconds(100 * attempt), run.Stop)
                    .ConfigureAwait(false);
            }
        }
    }
}
