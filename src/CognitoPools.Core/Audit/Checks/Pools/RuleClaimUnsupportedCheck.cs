using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule is on a claim that the pool never sees.</summary>
internal sealed class RuleClaimUnsupportedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleClaimUnsupported", "A rule is on a claim that the pool does not see")
    {
        Condition = "A rule of Facebook or Login with Amazon is on another claim than iss, aud or sub.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The tokens of the provider are opaque: the pool knows the issuer, the application and the user, and no other claim. The "
            + "rule never fits, whatever its operator is.",
        Fix = "Use iss, aud or sub, or remove the rule.",
        NotWhen = "The provider's tokens carry claims, as those of Google, Apple, OpenID Connect, SAML and user pools do.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
        // A rule that gives nobody a role gives it to nobody wrongly.
        Hides = ["RuleEmailSubstring", "RuleContains", "RuleNotEqual", "RuleShadowed"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => AuditedRule.Of(pool)
        .Where(rule => RuleChecks.IsUnsupported(rule.Provider, rule.Rule))
        .Select(rule => rule.Removed(PoolFindingSeverity.Medium, cutsOff: null));
}
