namespace CognitoPools.Roles;

/// <summary>Whether a role can serve a pool, and why.</summary>
/// <param name="Trust">Whether the trust policy lets the pool's users in.</param>
/// <param name="Reason">Why, in one sentence or more.</param>
/// <param name="WorkingStatement">The statement that would work, as JSON. A Deny that shuts the pool out must go all
/// the same.</param>
/// <param name="Findings">What works but is weak.</param>
internal sealed record TrustExplanation(
    PoolRoleTrust Trust, string Reason, string WorkingStatement, IReadOnlyList<TrustFinding> Findings)
{
    /// <summary>Whether the policy allows everything that is needed; a Deny with a condition that only the service can
    /// decide may still refuse.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>The conditions on which a conditional answer depends.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
