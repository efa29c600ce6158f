namespace CognitoPools.Emulator.Control;

/// <summary>How the account behaves; what is null stays as it is.</summary>
internal sealed record SettingsOrder
{
    /// <summary>How long every answer takes at least, in milliseconds.</summary>
    public double? LatencyMs { get; init; }

    /// <summary>How long a new role stays unusable, in milliseconds.</summary>
    public double? IamDelayMs { get; init; }

    /// <summary>Requests a second by operation, such as ListIdentities 5; an operation that is not named is unlimited.</summary>
    public IReadOnlyDictionary<string, double>? RequestRates { get; init; }
}
