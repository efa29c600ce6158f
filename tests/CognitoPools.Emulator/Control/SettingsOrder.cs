namespace CognitoPools.Emulator.Control;

/// <summary>Settings of the account. A null value leaves a setting unchanged.</summary>
internal sealed record SettingsOrder
{
    /// <summary>The minimum time of every answer, in milliseconds.</summary>
    public double? LatencyMs { get; init; }

    /// <summary>How long a new role cannot be used, in milliseconds.</summary>
    public double? IamDelayMs { get; init; }

    /// <summary>Requests per second by operation, such as ListIdentities 5. Other operations are unlimited.</summary>
    public IReadOnlyDictionary<string, double>? RequestRates { get; init; }
}
