namespace CognitoPools.Account;

/// <summary>Receives the calls of an async flow. It is called from any thread during the call, so implementations must
/// be fast and thread-safe and must not throw.</summary>
public interface ICallObserver
{
    /// <summary>An attempt of a call is about to be sent.</summary>
    void Calling(AwsCall call);

    /// <summary>An attempt failed and the call will be sent again.</summary>
    /// <param name="call">The attempt that failed.</param>
    /// <param name="cause">The reason, or null if the SDK did not report it.</param>
    /// <param name="delay">The wait before the next attempt.</param>
    void Retrying(AwsCall call, Exception? cause, TimeSpan delay);
}
