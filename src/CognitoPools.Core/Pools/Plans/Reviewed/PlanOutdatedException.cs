namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>A reviewed plan no longer fits what is there.</summary>
/// <param name="identityPool">The pool of the plan.</param>
/// <param name="changes">What is different since, a clause each.</param>
public sealed class PlanOutdatedException(string identityPool, IReadOnlyList<string> changes)
    : Exception($"The plan no longer fits {identityPool}, because this has changed since: {string.Join("; ", changes)}.")
{
    /// <summary>The pool of the plan.</summary>
    public string IdentityPool { get; } = identityPool;

    /// <summary>What is different since.</summary>
    public IReadOnlyList<string> Changes { get; } = changes;
}
