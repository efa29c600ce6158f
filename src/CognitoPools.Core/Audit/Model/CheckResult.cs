namespace CognitoPools.Audit.Model;

/// <summary>Something that a check found.</summary>
/// <param name="Severity">How grave it is here.</param>
/// <param name="Target">The role, the provider, the rule or the statement.</param>
/// <param name="Evidence">The very setting or statement.</param>
/// <param name="Remedy">The commands that repair it, with the ids of the pool and the role.</param>
internal sealed record CheckResult(PoolFindingSeverity Severity, string Target, string Evidence, string Remedy)
{
    /// <summary>Why it matters here; null for the check's own text.</summary>
    public string? Why { get; init; }

    /// <summary>Names the cause, such as a statement of a role: of several checks with the same cause, the one that hides the others
    /// reports it. Null when nothing else has the same cause.</summary>
    public string? Cause { get; init; }

    /// <summary>The repair, when it is one edit of the pool or of a role that a plan can make; null otherwise.</summary>
    public PoolRepair? Repair { get; init; }

    /// <summary>Another reference than the check's, or null.</summary>
    public string? Reference { get; init; }
}
