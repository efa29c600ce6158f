using System.Globalization;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Waits until IAM has propagated a role that this run or an earlier command has just created or changed.
/// Only for these roles is an error treated as propagation delay.</summary>
internal static class IamDelay
{
    private const string Activity = "Waiting for IAM";

    public static TimeSpan Limit => FreshRoles.Age;

    /// <summary>The delays between reads of a role that was just created, because IAM reads may lag behind writes.</summary>
    public static IReadOnlyList<TimeSpan> WaitsBeforeReads { get; } =
        [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static async Task WaitOutAsync(
        PlanRun run, StepRecord record, IEnumerable<string?> roles,
        Func<Task> call)
    {
        var named = roles.OfType<string>().ToList();
        var clock = run.Connection.TimeProvider;
        var start = clock.GetTimestamp();
        var delay = First;
        var isTaken = false;
        var waits = false;
        try
        {
            while (!isTaken)
            {
                try
                {
                    await call().ConfigureAwait(false);
                    isTaken = true;
                }
                catch (Exception exception) when (IsAboutFreshRole(run, named, exception.Message)
                    && AwsErrors.MayBeRoleDelay(exception)
                    && clock.GetElapsedTime(start) + delay <= Limit)
                {
                    record.Refused();
                    waits = true;
                    run.Reporter.Verbose(string.Format(
                        CultureInfo.InvariantCulture,
                        "IAM has not propagated a new role yet: {0} Trying again in {1:0} s, for at most {2:0} s.",
                        exception.Message, delay.TotalSeconds, Limit.TotalSeconds));
                    await DelayAsync(run, start, delay, exception.Message).ConfigureAwait(false);
                    delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, Longest.Ticks));
                }
            }
        }
        finally
        {
            if (waits)
                run.Reporter.Progress(Activity, null);
        }
    }

    // In steps of one second, so that the progress display is updated.
    private static async Task DelayAsync(PlanRun run, long start, TimeSpan delay, string refusal)
    {
        var clock = run.Connection.TimeProvider;
        for (var left = delay; left > TimeSpan.Zero; left -= First)
        {
            Show(run.Reporter, clock.GetElapsedTime(start), refusal);
            await clock.Delay(left < First ? left : First, run.Stop).ConfigureAwait(false);
        }
    }

    private static void Show(IReporter reporter, TimeSpan elapsed, string refusal)
    {
        if (!reporter.ShowsProgress)
            return;
        reporter.Progress(
            Activity,
            string.Format(
                CultureInfo.InvariantCulture,
                "{0:0} s of at most {1:0} s: IAM has not propagated a new role yet ({2})",
                Math.Floor(elapsed.TotalSeconds), Limit.TotalSeconds, refusal),
            (int)Math.Min(100, 100 * elapsed.TotalSeconds / Limit.TotalSeconds));
    }

    // An error that names a role is about that role. An error that names none is attributed to the delay only if this run
    // created a role; after an earlier command, it usually has another cause.
    private static bool IsAboutFreshRole(PlanRun run, List<string> roles, string message) => message.Contains(":role/")
        ? roles.Exists(role => run.Connection.FreshRoles.IsFresh(role) && message.Contains(role))
        : roles.Exists(run.TouchedRoles.Contains);
}
