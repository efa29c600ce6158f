using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule takes a part of an e-mail address.</summary>
internal sealed class RuleEmailSubstringCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleEmailSubstring", "A rule takes a part of an e-mail address")
    {
        Condition = "A rule compares an e-mail address with Contains or StartsWith.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Anybody can have an address that contains or begins with the value, such as admin@example.com.attacker.example, and "
            + "gets the role of the rule.",
        Fix = "Compare whole addresses with Equals, or use a claim that the provider vouches for, such as hd of Google or a group.",
        NotWhen = "The rule compares the whole address, or is on email_verified.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
        Hides = ["RuleContains"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => AuditedRule.Of(pool)
        .Where(rule => RuleChecks.TakesPartOfEmail(rule.Rule))
        // No address equals its part, so that the rule cannot be made exact.
        .Select(rule => rule.Removed(PoolFindingSeverity.High, $"No user gets {rule.Rule.Role} by this rule any more."));
}
