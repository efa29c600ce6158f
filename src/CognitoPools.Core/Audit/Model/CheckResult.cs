namespace CognitoPools.Audit.Model;

/// <summary>A result of a check.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Target">The role, the provider, the rule or the statement.</param>
/// <param name="Evidence">The setting or statement that causes the finding.</param>
/// <param name="Remedy">The commands that repair it, with the ids of the pool and the role.</param>
internal sealed record CheckResult(PoolFindingSeverity Severity, string Target, string Evidence, string Remedy)
{
    /// <summary>Why this result matters; null for the text of the check.</summary>
    public string? Why { get; init; }

    /// <summary>The cause, such as a statement of a role. If several checks find the same cause, the check that hides the others
    /// reports it. Null if no other check finds this cause.</summary>
    public string? Cause { get; init; }

    /// <summary>The repair, if a plan can make it as one edit of the pool or of a role; null otherwise.</summary>
    public PoolRepair? Repair { get; init; }

    /// <summary>A reference that replaces that of the check, or null.</summary>
    public string? Reference { get; init; }
}
