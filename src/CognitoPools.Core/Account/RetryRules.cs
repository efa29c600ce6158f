namespace CognitoPools.Account;

/// <summary>How often and after which waits a call is sent again.</summary>
/// <param name="ThrottlingAttempts">Attempts of a call that the service refuses for its request rate. Such a call has
/// done nothing, so patience costs only time.</param>
/// <param name="TransientAttempts">Attempts of a call that met a network failure, a time limit or a 5xx answer; 1 to
/// leave such an outcome to the caller.</param>
internal sealed record RetryRules(int ThrottlingAttempts, int TransientAttempts)
{
    /// <summary>The waits between 13 attempts add up to at least a minute, so that a minute of throttling is survived.</summary>
    public static RetryRules Default { get; } = new(13, 4);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>The wait after the given number of failed attempts: 0.5 s doubled each time up to 15 s, of which a
    /// random part, at most half, is left off.</summary>
    /// <param name="failedAttempts">1 after the first attempt.</param>
    /// <param name="random">0 to 1; spreads the callers that were refused together.</param>
    public static TimeSpan WaitAfter(int failedAttempts, double random)
    {
        var longest = Math.Min(LongestWait.TotalMilliseconds, 500 * Math.Pow(2, failedAttempts - 1));
        return TimeSpan.FromMilliseconds(longest * (1 - random / 2));
    }
}
