namespace CognitoPools.Completion;

/// <summary>Application ids as completion may show them.</summary>
internal static class ShownClient
{
    private const string Masked = "***";

    /// <summary>The application id without the consumer secret of Twitter and Digits; null where they cannot be distinguished.</summary>
    public static string? Of(PoolIdentityProvider provider) =>
        provider.ShownClientId?.Split(';')[0] is { } client && client != Masked ? client : null;
}
