namespace CognitoPools.Roles;

/// <summary>The answer of a trust policy to a request.</summary>
/// <param name="Allowed">Whether the role can be assumed if no condition matches that only the service can evaluate,
/// whether of an Allow or a Deny.</param>
/// <param name="Reason">A sentence that names the statement and what does not match.</param>
/// <param name="Statement">The statement that allows or denies the request, or comes nearest to allowing it; null if
/// none comes near.</param>
/// <param name="NotEvaluated">The conditions that only the service can evaluate.</param>
public sealed record TrustDecision(bool Allowed, string Reason, TrustStatement? Statement, IReadOnlyList<string> NotEvaluated)
{
    /// <summary>The answer: trusted, not trusted, or conditional.</summary>
    public required PoolRoleTrust Trust { get; init; }

    /// <summary>The answer as a boolean; null if it is conditional.</summary>
    public bool? Trusted => Trust == PoolRoleTrust.Conditional ? null : Trust == PoolRoleTrust.Trusted;

    /// <summary>The conditions on which a conditional answer depends.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
