using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule matches part of an email address.</summary>
internal sealed class RuleEmailSubstringCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleEmailSubstring", "A rule matches part of an email address")
    {
        Condition = "A rule compares an email address with Contains or StartsWith.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Anyone can have an address that contains or starts with the value, such as "
            + "admin@example.com.attacker.example. The rule then assigns its role to that user.",
        Fix = "Compare whole addresses with Equals, or use a claim that the provider verifies, such as a group or hd "
            + "of Google.",
        NotWhen = "The rule compares the whole address or uses email_verified.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
        Hides = ["RuleContains"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => AuditedRule.Of(pool)
        .Where(rule => RuleChecks.TakesPartOfEmail(rule.Rule))
        // A part never equals a whole address, so changing the operator to Equals does not help.
        .Select(rule => rule.Removed(PoolFindingSeverity.High, $"This rule will no longer assign {rule.Rule.Role} to any user."));
}
