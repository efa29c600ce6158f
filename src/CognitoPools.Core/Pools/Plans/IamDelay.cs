using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Waits until IAM has spread a role that was created or changed a moment ago, by this run or an earlier command.
/// Only for these does a refusal count as IAM's delay.</summary>
internal static class IamDelay
{
    public static TimeSpan Limit => FreshRoles.Age;

    /// <summary>The waits before each look for a role that was just created: IAM's reads may lag behind its writes.</summary>
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
        while (true)
        {
            try
            {
                await call().ConfigureAwait(false);
                run.Reporter.Progress("Waiting for IAM", null);
                return;
            }
            catch (Exception exception) when (IsAboutFreshRole(run, named, exception.Message)
                && AwsErrors.MayBeRoleDelay(exception)
                && clock.GetElapsedTime(start) + delay <= Limit)
            {
                record.Refused();
                run.Reporter.Progress("Waiting for IAM", $"A new role is not known everywhere yet ({exception.Message})");
                run.Reporter.Verbose(
                    $"A new role is not known everywhere yet: {exception.Message} Trying again in "
                        + $"{delay.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture)} s, "
                        + $"for at most {Limit.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture)} s.");
                await clock.Delay(delay, run.Stop).ConfigureAwait(false);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, Longest.Ticks));
            }
        }
    }

    // A refusal that names a role is about that role. One that names none is this run's doing when the run made a role, but
    // most often has another cause when an earlier command did.
    private static bool IsAboutFreshRole(PlanRun run, List<string> roles, string message) => message.Contains(":role/")
        ? roles.Exists(role => run.Connection.FreshRoles.IsFresh(role) && message.Contains(role))
        : roles.Exists(run.TouchedRoles.Contains);
}
