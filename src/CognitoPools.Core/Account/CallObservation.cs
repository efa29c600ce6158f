using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Reports every SDK call of an async flow to an observer, regardless of the client. This includes the calls
/// of the SDK's credential providers.</summary>
public static class CallObservation
{
    private static readonly AsyncLocal<Observation?> Innermost = new();

    /// <summary>Reports the following calls of this async flow, including those of tasks started from it, until the
    /// result is disposed of. Observations can be nested: each observer receives the calls.</summary>
    /// <param name="observer">Receives the calls.</param>
    public static IDisposable Observe(ICallObserver observer)
    {
        AwsPipeline.EnsureRegistered();
        return Innermost.Value = new Observation(observer ?? throw new ArgumentNullException(nameof(observer)), Innermost.Value);
    }

    /// <summary>Suspends the innermost observation of this async flow until the result is disposed of, for the work of
    /// other code. Tasks that were started before are still observed.</summary>
    public static IDisposable Pause() => new Paused(Innermost.Value);

    internal static void Calling(IRequestContext request) => Tell(request, (observer, call) => observer.Calling(call));

    internal static void Retrying(IRequestContext request, int failedAttempt, Exception? cause, TimeSpan delay) =>
        Tell(request, (observer, call) => observer.Retrying(call with { Attempt = failedAttempt }, cause, delay));

    private static void Tell(IRequestContext request, Action<ICallObserver, AwsCall> tell)
    {
        AwsCall? call = null;
        for (var observation = Innermost.Value; observation is not null; observation = observation.Outer)
        {
            if (observation.Observer is { } observer)
                tell(observer, call ??= Describe(request));
        }
    }

    /// <summary>The operation of a request, such as <c>ListIdentities</c>.</summary>
    internal static string OperationOf(IRequestContext request) => WithoutSuffix(request.RequestName);

    /// <summary>The Region of a request; empty if there is none.</summary>
    internal static string RegionOf(IRequestContext request) =>
        request.ClientConfig.AuthenticationRegion ?? request.ClientConfig.RegionEndpoint?.SystemName ?? "";

    private static AwsCall Describe(IRequestContext request) => new(
        request.ServiceMetaData.ServiceId ?? "AWS",
        OperationOf(request),
        RegionOf(request),
        request.Retries + 1,
        CallSummary.Of(request.OriginalRequest));

    private static string WithoutSuffix(string requestName) => requestName.EndsWith("Request", StringComparison.Ordinal)
        ? requestName.Substring(0, requestName.Length - "Request".Length)
        : requestName;

    private sealed class Paused : IDisposable
    {
        private readonly Observation? paused;

        public Paused(Observation? paused)
        {
            this.paused = paused;
            Innermost.Value = paused?.Outer;
        }

        public void Dispose() => Innermost.Value = paused;
    }

    private sealed class Observation(ICallObserver observer, Observation? outer) : IDisposable
    {
        // Null after disposal: tasks that still refer to this node must not call an observer that no longer listens.
        public ICallObserver? Observer { get; private set; } = observer;

        public Observation? Outer { get; } = outer;

        public void Dispose()
        {
            Observer = null;
            if (Innermost.Value == this)
                Innermost.Value = Outer;
        }
    }
}
