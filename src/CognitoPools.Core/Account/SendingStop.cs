namespace CognitoPools.Account;

/// <summary>
/// Lets work end softly: once the token is cancelled, no attempt of a call in this async flow is sent any more, while one that is under way may still be answered. Cancelling the call itself would leave
/// its outcome unknown.
/// </summary>
internal static class SendingStop
{
    private static readonly AsyncLocal<CancellationToken> Current = new();

    internal static CancellationToken Token => Current.Value;

    /// <summary>Sets the token for the calls made from here on in this async flow, tasks started from it included.</summary>
    /// <param name="token">Cancelled when nothing more may be sent.</param>
    public static void On(CancellationToken token) => Current.Value = token;
}
