using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Repeats read, merge and write when the service answers that somebody else is writing the same thing.</summary>
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
                    "Somebody else is changing the same thing: reading it again and applying the change to what is there now.");
                await run.Connection.TimeProvider.Delay(TimeSpan.FromMilliseconds(100 * attempt), run.Stop)
                    .ConfigureAwait(false);
            }
        }
    }
}
