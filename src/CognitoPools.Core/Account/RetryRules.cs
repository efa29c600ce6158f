namespace CognitoPools.Account;

/// <summary>How often a call is sent again, and how long to wait before it.</summary>
/// <param name="ThrottlingAttempts">Attempts of a throttled call. Such a call had no effect, so more attempts only cost
/// time.</param>
/// <param name="TransientAttempts">Attempts of a call with a network failure, a timeout or a 5xx answer; 1 to leave
/// such an outcome to the caller.</param>
internal sealed record RetryRules(int ThrottlingAttempts, int TransientAttempts)
{
    /// <summary>The waits between 13 attempts add up to at least a minute, so that a minute of throttling does not fail
    /// a call.</summary>
    public static RetryRules Default { get; } = new(13, 4);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>The wait after a number of failed attempts: 0.5 s, doubled each time up to 15 s, minus a random part of
    /// at most half.</summary>
    /// <param name="failedAttempts">1 after the first attempt.</param>
    /// <param name="random">0 to 1; spreads callers that were throttled at the same time.</param>
    public static TimeSpan WaitAfter(int failedAttempts, double random)
    {
        var longest = Math.Min(LongestWait.TotalMilliseconds, 500 * Math.Pow(2, failedAttempts - 1));
        return TimeSpan.FromMilliseconds(longest * (1 - random / 2));
    }
}
