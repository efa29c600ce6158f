namespace CognitoPools.Roles;

/// <summary>Whether a pool's users can assume a role, and why.</summary>
/// <param name="Trust">Whether the trust policy admits the pool's users.</param>
/// <param name="Reason">The reason, in one or more sentences.</param>
/// <param name="WorkingStatement">The statement that would work, as JSON. A Deny that excludes the pool must still be
/// removed.</param>
/// <param name="Findings">The weaknesses of a policy that works.</param>
internal sealed record TrustExplanation(
    PoolRoleTrust Trust, string Reason, string WorkingStatement, IReadOnlyList<TrustFinding> Findings)
{
    /// <summary>Whether the policy allows everything that is required. A Deny with a condition that only the service
    /// can decide may still apply.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>The conditions on which a conditional answer depends.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
