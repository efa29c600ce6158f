namespace CognitoPools.Roles;

/// <summary>What a trust policy says to a request.</summary>
/// <param name="Allowed">Whether the role may be assumed when the conditions that only the service can evaluate do not
/// match, those of Allow and of Deny alike.</param>
/// <param name="Reason">Why, in a sentence that names the statement and what does not fit.</param>
/// <param name="Statement">The statement that allows, denies, or came nearest to allowing; null when none comes near.</param>
/// <param name="NotEvaluated">What only the service can evaluate.</param>
public sealed record TrustDecision(bool Allowed, string Reason, TrustStatement? Statement, IReadOnlyList<string> NotEvaluated)
{
    /// <summary>The answer: trusted, not trusted, or conditional.</summary>
    public required PoolRoleTrust Trust { get; init; }

    /// <summary>The answer as a boolean; null when it is conditional.</summary>
    public bool? Trusted => Trust == PoolRoleTrust.Conditional ? null : Trust == PoolRoleTrust.Trusted;

    /// <summary>The conditions on which a conditional answer depends.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
