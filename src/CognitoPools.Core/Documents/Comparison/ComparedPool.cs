namespace CognitoPools.Documents.Comparison;

/// <summary>One side of a comparison.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Names">The values of the placeholders for a pool in an account; null for a file.</param>
/// <param name="Source">The name in the differences: a file or a pool.</param>
internal sealed record ComparedPool(PoolDefinition Definition, LiveNames? Names, string Source)
{
    /// <summary>The existing roles, by key; empty for a file.</summary>
    public IReadOnlyDictionary<string, LiveRole> Roles { get; init; } = new Dictionary<string, LiveRole>();
}
