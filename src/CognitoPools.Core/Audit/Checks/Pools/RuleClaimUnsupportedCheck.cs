using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule uses a claim that is never available.</summary>
internal sealed class RuleClaimUnsupportedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleClaimUnsupported", "A rule uses a claim that is never available")
    {
        Condition = "A rule for Facebook or Login with Amazon uses a claim other than iss, aud or sub.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Tokens of this provider are opaque. The pool sees the issuer, the application and the user, but no "
            + "other claim. The rule therefore never matches, whatever its operator is.",
        Fix = "Use iss, aud or sub, or remove the rule.",
        NotWhen = "Tokens of the provider carry claims, such as those of Google, Apple, OpenID Connect, SAML and user "
            + "pools.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
        // A rule that never assigns its role cannot assign it to the wrong user.
        Hides = ["RuleEmailSubstring", "RuleContains", "RuleNotEqual", "RuleShadowed"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => AuditedRule.Of(pool)
        .Where(rule => RuleChecks.IsUnsupported(rule.Provider, rule.Rule))
        .Select(rule => rule.Removed(PoolFindingSeverity.Medium, accessLost: null));
}
