namespace CognitoPools.Account;

/// <summary>
/// Stops work gracefully: after the token is cancelled, no more attempts of calls in this async flow are sent, but an
/// attempt in progress can complete. Cancelling the call itself would leave its outcome unknown.
/// </summary>
internal static class SendingStop
{
    private static readonly AsyncLocal<CancellationToken> Current = new();

    internal static CancellationToken Token => Current.Value;

    /// <summary>Sets the token for the following calls of this async flow, including those of tasks started from
    /// it.</summary>
    /// <param name="token">Cancelled when nothing more may be sent.</param>
    public static void On(CancellationToken token) => Current.Value = token;
}
