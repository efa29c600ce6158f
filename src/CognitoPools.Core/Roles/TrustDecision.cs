namespace CognitoPools.Roles;

/// <summary>What a trust policy says to a request.</summary>
/// <param name="Allowed">Whether the role may be assumed.</param>
/// <param name="Reason">Why, in a sentence that names the statement and what does not fit.</param>
/// <param name="Statement">The statement that allows, denies, or came nearest to allowing; null when none comes near.</param>
/// <param name="NotEvaluated">What only the service can evaluate and was therefore taken as not matching, for Allow and
/// for Deny alike.</param>
public sealed record TrustDecision(bool Allowed, string Reason, TrustStatement? Statement, IReadOnlyList<string> NotEvaluated);
