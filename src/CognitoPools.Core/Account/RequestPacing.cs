using System.Collections.Concurrent;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Delays each attempt of a connection's calls according to the rates of its account.</summary>
/// <param name="rates">Requests a second by operation. Other operations have no limit.</param>
/// <param name="isSet">Whether the user set the rate of an operation, which then also applies to the account's other
/// connections.</param>
/// <param name="time">The clock of the pace.</param>
/// <param name="findAccount">Finds the object that identifies the account. Called when it is first needed, and again
/// after a failure.</param>
internal sealed class RequestPacing(
    IReadOnlyDictionary<string, double> rates, Func<string, bool> isSet,
    TimeProvider time, Func<Task<object>> findAccount)
{
    private readonly ConcurrentDictionary<(string Region, string Operation), RequestRateLimiter> limiters = new();
    private object? account;

    /// <summary>The limiter of an operation, if it has a rate and a request was sent.</summary>
    public RequestRateLimiter? Known(string region, string operation) =>
        limiters.TryGetValue((region, operation), out var limiter) ? limiter : null;

    /// <summary>Waits until an attempt may be sent.</summary>
    /// <returns>The permit, which receives the outcome.</returns>
    /// <exception cref="OperationCanceledException">The call was stopped first, and this attempt was not
    /// sent.</exception>
    public async ValueTask<AttemptPermit> EnterAsync(IRequestContext request)
    {
        var sending = SendingStop.Token;
        try
        {
            sending.ThrowIfCancellationRequested();
            var operation = CallObservation.OperationOf(request);
            if (!rates.TryGetValue(operation, out var rate))
                return default;
            var limiter = await LimiterAsync(CallObservation.RegionOf(request), operation, rate).ConfigureAwait(false);
            if (!sending.CanBeCanceled)
                return new AttemptPermit(limiter, await limiter.AcquireAsync(request.CancellationToken).ConfigureAwait(false));
            using var either = CancellationTokenSource.CreateLinkedTokenSource(sending, request.CancellationToken);
            return new AttemptPermit(limiter, await limiter.AcquireAsync(either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException stopped)
        {
            AwsErrors.MarkNotSent(stopped);
            throw;
        }
    }

    private async Task<RequestRateLimiter> LimiterAsync(string region, string operation, double rate)
    {
        if (limiters.TryGetValue((region, operation), out var known))
            return known;
        var account = this.account ??= await findAccount().ConfigureAwait(false);
        return limiters.GetOrAdd((region, operation), key =>
        {
            var limiter = SharedLimiters.Of(account, key.Region, key.Operation, time, rate);
            // The quota belongs to the account: the latest connection that sets it sets it for all.
            if (isSet(key.Operation))
                limiter.Limit = rate;
            return limiter;
        });
    }
}

/// <summary>The permit of one attempt; empty if there is no limit.</summary>
internal readonly struct AttemptPermit(RequestRateLimiter limiter, RequestPermit permit)
{
    /// <summary>Reports a failure. Always false, so that it can be used in an exception filter.</summary>
    public bool ReportFailure(Exception failure)
    {
        if (limiter is not null && AwsErrors.IsThrottling(failure))
            limiter.Refused(permit);
        return false;
    }
}
