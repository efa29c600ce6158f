namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>A reviewed plan no longer matches the current state.</summary>
/// <param name="identityPool">The pool of the plan.</param>
/// <param name="changes">The changes since then, a clause each.</param>
public sealed class PlanOutdatedException(string identityPool, IReadOnlyList<string> changes)
    : Exception($"The plan no longer matches {identityPool}. Changes since the plan was made: {string.Join("; ", changes)}.")
{
    /// <summary>The pool of the plan.</summary>
    public string IdentityPool { get; } = identityPool;

    /// <summary>The changes since the plan was made.</summary>
    public IReadOnlyList<string> Changes { get; } = changes;
}
