namespace CognitoPools.Emulator.Control;

/// <summary>Identities to add.</summary>
internal sealed record SeedOrder
{
    /// <summary>The pool's id; null makes a pool.</summary>
    public string? IdentityPoolId { get; init; }

    /// <summary>The name of the pool that is made.</summary>
    public string Name { get; init; } = "seeded";

    /// <summary>The Region of the pool that is made; the emulator's first by default.</summary>
    public string? Region { get; init; }

    /// <summary>The groups of identities.</summary>
    public IReadOnlyList<SeedGroup> Identities { get; init; } = [];

    /// <summary>Whether the groups are mixed in the listing, each in its proportion, instead of one coming after the
    /// other.</summary>
    public bool Mixed { get; init; }
}
