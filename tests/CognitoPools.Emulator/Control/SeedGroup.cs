namespace CognitoPools.Emulator.Control;

/// <summary>Identities that are alike.</summary>
internal sealed record SeedGroup
{
    /// <summary>How many, at least 1.</summary>
    public int Count { get; init; }

    /// <summary>The login key of the provider that they signed in with; null for guests.</summary>
    public string? Provider { get; init; }

    /// <summary>When they were made; now by default.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When they last changed; when they were made by default.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether they are disabled.</summary>
    public bool Disabled { get; init; }
}
