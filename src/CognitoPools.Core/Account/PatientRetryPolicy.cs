using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>
/// The SDK's standard retry mode with these differences: a hard limit (LimitExceededException, which is in the SDK's
/// throttling list) is not retried; throttled calls are retried longer; every wait is reported and uses the
/// connection's clock; and the last failure records an earlier attempt that may have taken effect. The SDK's retry
/// quota is not used, because the whole process shares it.
/// </summary>
internal sealed class PatientRetryPolicy(RetryRules rules, TimeProvider time) : RetryPolicy
{
    private const string CauseKey = "CognitoPools.RetryCause";
    private const string AmbiguousKey = "CognitoPools.AmbiguousAttempt";

    private static readonly Random Jitter = new();

    public override bool CanRetry(IExecutionContext executionContext) =>
        executionContext.RequestContext.Request.IsRequestStreamRewindable();

    // The limits depend on the failure and are applied below; this one also bounds the SDK's own retries after a
    // correction for clock skew.
    public override bool RetryLimitReached(IExecutionContext executionContext) =>
        executionContext.RequestContext.Retries >= Math.Max(rules.ThrottlingAttempts, rules.TransientAttempts);

    public override bool RetryForException(IExecutionContext executionContext, Exception exception)
    {
        var request = executionContext.RequestContext;
        var failedAttempts = request.Retries + 1;
        var limit = AwsErrors.IsThrottling(exception)
            ? rules.ThrottlingAttempts
            : AwsErrors.IsTransient(exception) ? rules.TransientAttempts : 0;
        if (failedAttempts < limit)
        {
            request.ContextAttributes[CauseKey] = exception;
            if (AwsErrors.IsAmbiguous(exception))
                request.ContextAttributes[AmbiguousKey] = true;
            return true;
        }

        if (request.ContextAttributes.ContainsKey(AmbiguousKey))
            AwsErrors.MarkEarlierAttemptAmbiguous(exception);
        return false;
    }

    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        Task.FromResult(RetryForException(executionContext, exception));

    public override void WaitBeforeRetry(IExecutionContext executionContext) =>
        WaitBeforeRetryAsync(executionContext).GetAwaiter().GetResult();

    public override async Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        var delay = RetryRules.WaitAfter(request.Retries, NextRandom());
        request.ContextAttributes.TryGetValue(CauseKey, out var cause);
        CallObservation.Retrying(request, request.Retries, cause as Exception, delay);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(SendingStop.Token, request.CancellationToken);
            await time.Delay(delay, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped)
        {
            AwsErrors.MarkNotSent(stopped);
            if (request.ContextAttributes.ContainsKey(AmbiguousKey))
                AwsErrors.MarkEarlierAttemptAmbiguous(stopped);
            throw;
        }
    }

    private static double NextRandom()
    {
        lock (Jitter)
            return Jitter.NextDouble();
    }
}
