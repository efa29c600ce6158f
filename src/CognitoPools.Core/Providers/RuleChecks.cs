using System.Globalization;

namespace CognitoPools.Providers;

/// <summary>Warns about rules that the service accepts but that may not have the expected effect.</summary>
internal static class RuleChecks
{
    /// <summary>A sentence about each such rule of a provider.</summary>
    public static IEnumerable<string> Warnings(PoolIdentityProvider provider)
    {
        for (var index = 0; index < provider.Rules.Count; index++)
        {
            var rule = provider.Rules[index];
            var name = $"Rule {Number(index)} of {provider.Name} ({rule})";
            if (CoveredBy(provider.Rules, index) is { } reason)
                yield return $"{name} is never reached, because {reason}.";
            if (IsUnsupported(provider, rule))
            {
                yield return $"{name} uses a claim that tokens of {provider.Type} do not have. They have "
                    + $"{string.Join(", ", ProviderClaims.Bare)}.";
            }
            if (TakesPartOfEmail(rule))
            {
                yield return $"{name} matches a part of an e-mail address, and anyone can create an address with that part. Use Equals "
                    + "to compare the whole address, or use a claim that the provider verifies.";
            }
        }
    }

    /// <summary>Whether a rule uses a claim that the pool cannot read in tokens of this kind of provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="rule">One of its rules.</param>
    public static bool IsUnsupported(PoolIdentityProvider provider, PoolRoleRule rule) =>
        ProviderClaims.AreBare(provider.Type) && !ProviderClaims.Bare.Contains(rule.Claim, StringComparer.Ordinal);

    /// <summary>Whether a rule matches a part of an e-mail address.</summary>
    /// <param name="rule">The rule.</param>
    public static bool TakesPartOfEmail(PoolRoleRule rule) =>
        rule.Operator is RuleOperator.Contains or RuleOperator.StartsWith && IsEmail(rule.Claim);

    /// <summary>The earlier rules that match everything that a rule matches, so that it is never reached; null if it
    /// can be reached.</summary>
    /// <param name="rules">The rules of a provider.</param>
    /// <param name="index">The index of the rule, starting at 0.</param>
    public static string? CoveredBy(IReadOnlyList<PoolRoleRule> rules, int index)
    {
        var rule = rules[index];
        var earlier = rules.Take(index).Where(candidate => candidate.Claim == rule.Claim).ToList();
        if (earlier.Find(candidate => Covers(candidate, rule)) is { } one)
            return $"rule {Number(rules.ToList().IndexOf(one))} ({one}) matches everything that rule {Number(index)} matches";
        foreach (var rest in earlier.Where(candidate => candidate.Operator == RuleOperator.NotEqual))
        {
            // NotEqual excludes one value. If another rule matches that value, the two together match every value of the claim.
            var same = rest with { Operator = RuleOperator.Equals };
            if (earlier.Find(candidate => Covers(candidate, same)) is { } other)
                return $"rules {Number(rules.ToList().IndexOf(other))} and {Number(rules.ToList().IndexOf(rest))} together match every value of {rule.Claim}";
        }
        return null;
    }

    /// <summary>Whether every value that matches the later rule also matches the earlier one. The comparison is
    /// case-sensitive, which the service's documentation leaves open.</summary>
    private static bool Covers(PoolRoleRule earlier, PoolRoleRule later)
    {
        bool Has(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
        bool Begins(string text, string part) => text.StartsWith(part, StringComparison.Ordinal);
        var (mine, its) = (earlier.Value, later.Value);
        return (earlier.Operator, later.Operator) switch
        {
            (RuleOperator.Equals, RuleOperator.Equals) => mine == its,
            (RuleOperator.StartsWith, RuleOperator.Equals or RuleOperator.StartsWith) => Begins(its, mine),
            (RuleOperator.Contains, not RuleOperator.NotEqual) => Has(its, mine),
            (RuleOperator.NotEqual, RuleOperator.NotEqual) => mine == its,
            (RuleOperator.NotEqual, RuleOperator.Equals) => mine != its,
            (RuleOperator.NotEqual, RuleOperator.StartsWith) => !Begins(mine, its),
            (RuleOperator.NotEqual, RuleOperator.Contains) => !Has(mine, its),
            _ => false,
        };
    }

    private static bool IsEmail(string claim) =>
        claim.IndexOf("email", StringComparison.OrdinalIgnoreCase) >= 0
            && claim.IndexOf("verified", StringComparison.OrdinalIgnoreCase) < 0;

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
