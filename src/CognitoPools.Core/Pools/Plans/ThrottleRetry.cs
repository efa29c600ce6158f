using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Repeats a call that must not be made twice, but only if the service throttled it and therefore did
/// nothing.</summary>
internal static class ThrottleRetry
{
    private const int Attempts = 8;

    public static async Task<T> RunAsync<T>(Func<Task<T>> call, PlanRun run)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Attempts && AwsErrors.IsThrottling(exception))
            {
                var delay = TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, attempt), 5000));
                run.Reporter.Verbose(
                    $"The request was throttled. Trying again in "
                        + $"{delay.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} s.");
                await run.Connection.TimeProvider.Delay(delay, run.Stop).ConfigureAwait(false);
            }
        }
    }
}
