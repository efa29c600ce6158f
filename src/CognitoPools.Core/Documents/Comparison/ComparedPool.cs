namespace CognitoPools.Documents.Comparison;

/// <summary>One side of a comparison.</summary>
/// <param name="Definition">What it says.</param>
/// <param name="Names">What the placeholders stand for, when it is a pool of the account; null for a file.</param>
/// <param name="Source">How the differences name it: a file, or a pool.</param>
internal sealed record ComparedPool(PoolDefinition Definition, LiveNames? Names, string Source)
{
    /// <summary>The roles as the account has them, by their keys; empty for a file.</summary>
    public IReadOnlyDictionary<string, LiveRole> Roles { get; init; } = new Dictionary<string, LiveRole>();
}
