namespace CognitoPools.Emulator.Control;

/// <summary>A group of identities with the same properties.</summary>
internal sealed record SeedGroup
{
    /// <summary>The number of identities, at least 1.</summary>
    public int Count { get; init; }

    /// <summary>The login key of the provider that they signed in with, or null for guests.</summary>
    public string? Provider { get; init; }

    /// <summary>When they were created. The default is now.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When they last changed. The default is the creation date.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether they are disabled.</summary>
    public bool Disabled { get; init; }
}
