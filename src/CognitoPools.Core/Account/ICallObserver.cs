namespace CognitoPools.Account;

/// <summary>Learns of the calls of an async flow. Called from any thread, on the way of the call: be quick, be
/// thread-safe, do not throw.</summary>
public interface ICallObserver
{
    /// <summary>An attempt of a call is about to be sent.</summary>
    void Calling(AwsCall call);

    /// <summary>An attempt failed and the call will be sent again.</summary>
    /// <param name="call">The attempt that failed.</param>
    /// <param name="cause">Why, or null when the SDK did not say.</param>
    /// <param name="delay">The wait before the next attempt.</param>
    void Retrying(AwsCall call, Exception? cause, TimeSpan delay);
}
