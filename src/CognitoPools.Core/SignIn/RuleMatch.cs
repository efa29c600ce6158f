namespace CognitoPools.SignIn;

/// <summary>Whether a rule matches a token's claims, the reason, and the assumptions.</summary>
internal sealed record RuleMatch(bool Fits, string Reason, IReadOnlyList<string> Assumptions)
{
    public static RuleMatch Of(PoolRoleRule rule, SignInClaims claims)
    {
        // Documented: a rule for a claim that the token does not have is not evaluated. This includes NotEqual.
        if (claims[rule.Claim] is not { } claim)
            return new RuleMatch(false, $"the token has no claim {rule.Claim}", []);
        if (claim.Kind == ClaimKind.Complex)
            return new RuleMatch(false, $"the claim {rule.Claim} is an object", [SignInAssumptions.ComplexClaim]);
        var fits = FitsAny(rule, claim.Values);
        return new RuleMatch(fits, $"{rule.Claim} is {Shown(claim)}", [.. ReliedOn(rule, claim, fits)]);
    }

    private static bool FitsAny(PoolRoleRule rule, IReadOnlyList<string> values) =>
        rule.Operator == RuleOperator.NotEqual
            ? values.All(value => FitsOne(rule, value))
            : values.Any(value => FitsOne(rule, value));

    private static bool FitsOne(PoolRoleRule rule, string value) => rule.Operator switch
    {
        RuleOperator.Equals => value == rule.Value,
        RuleOperator.NotEqual => value != rule.Value,
        RuleOperator.StartsWith => value.StartsWith(rule.Value, StringComparison.Ordinal),
        RuleOperator.Contains => value.IndexOf(rule.Value, StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private static IEnumerable<string> ReliedOn(PoolRoleRule rule, ClaimValue claim, bool fits)
    {
        if (claim.Kind == ClaimKind.List)
            yield return SignInAssumptions.ListClaim;
        if (claim.Kind == ClaimKind.Scalar)
            yield return SignInAssumptions.ScalarClaim;
        var fitsInAnyCase = FitsAny(
            rule with { Value = rule.Value.ToLowerInvariant() },
            [.. claim.Values.Select(value => value.ToLowerInvariant())]);
        if (fits != fitsInAnyCase)
            yield return SignInAssumptions.CaseSensitive;
    }

    private static string Shown(ClaimValue claim) =>
        claim.Kind == ClaimKind.List ? $"[{string.Join(", ", claim.Values)}]" : $"'{claim.Values[0]}'";
}
