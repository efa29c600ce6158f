using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Lets an observer see every SDK call of an async flow, whichever client makes it: those of the SDK's own
/// credential providers too.</summary>
public static class CallObservation
{
    private static readonly AsyncLocal<Observation?> Innermost = new();

    /// <summary>Reports the calls made from here on in this async flow, tasks started from it included, until the
    /// result is disposed of. Observations nest: each observer is told.</summary>
    /// <param name="observer">Who is told.</param>
    public static IDisposable Observe(ICallObserver observer)
    {
        AwsPipeline.EnsureRegistered();
        return Innermost.Value = new Observation(observer ?? throw new ArgumentNullException(nameof(observer)), Innermost.Value);
    }

    /// <summary>Takes the innermost observation out of this async flow until the result is disposed of, for what
    /// somebody else runs on it meanwhile. Tasks started before are still observed.</summary>
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

    /// <summary>The operation that a request is of, such as <c>ListIdentities</c>.</summary>
    internal static string OperationOf(IRequestContext request) => WithoutSuffix(request.RequestName);

    /// <summary>The Region that a request goes to; empty when it has none.</summary>
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
        // Null once disposed of: tasks that still hold this node must not tell an observer that has gone.
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
