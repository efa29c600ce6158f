namespace CognitoPools.Emulator.Control;

/// <summary>Identities to add.</summary>
internal sealed record SeedOrder
{
    /// <summary>The pool's id, or null to create a pool.</summary>
    public string? IdentityPoolId { get; init; }

    /// <summary>The name of a new pool.</summary>
    public string Name { get; init; } = "seeded";

    /// <summary>The Region of a new pool. The default is the emulator's first Region.</summary>
    public string? Region { get; init; }

    /// <summary>The groups of identities.</summary>
    public IReadOnlyList<SeedGroup> Identities { get; init; } = [];

    /// <summary>Whether the listing mixes the groups in proportion. By default, it returns one group after the other.</summary>
    public bool Mixed { get; init; }
}
