using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Access to a role depends on a condition.</summary>
internal sealed class TrustConditionalCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustConditional", "Access to a role depends on a condition")
    {
        Condition = "A statement depends on a condition that only AWS can evaluate, such as a request tag, a date, a "
            + "policy variable or one identity.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Whether a user gets the role depends on the request. The audit names the condition but does not judge "
            + "it, and no repair removes it.",
        Fix = "Make sure that the condition is intended.",
        NotWhen = "Only aud and amr decide, even if amr names a provider, or TrustNetworkCondition reports the "
            + "statement.",
        Reference = TrustReferences.ConditionKeys,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from trust in JudgedTrust.Of(pool)
        from found in Undecided(trust).GroupBy(match => match.Statement.Number)
        let statement = found.First().Statement
        let conditions = found.SelectMany(match => match.Undecided).Select(result => result.Condition.ToString()).Distinct(StringComparer.Ordinal)
        select new CheckResult(
            PoolFindingSeverity.Info, trust.TargetOf(statement), trust.EvidenceOf(statement),
            Remedies.Comment($"Make sure that role {trust.Role.Name} should depend on: {string.Join("; ", conditions)}"))
        {
            Cause = trust.CauseOf(statement),
        };

    private static IEnumerable<StatementMatch> Undecided(JudgedTrust trust) => trust.Users
        .SelectMany(users => trust.Policy.Match(
            TrustRequest.ForPool(trust.Pool.Partition, trust.PoolId, users), TrustRequest.AssumeAction))
        .Where(match => match.IsUndecided && match.Undecided.Any(result => !DecidesAlone(trust, result)));

    // amr is the usual way to require a provider, so it does not count as a separate condition.
    private static bool DecidesAlone(JudgedTrust trust, ConditionResult result) => result.Condition.IsFor(trust.Admission.KeyOf("amr"))
        && !result.Condition.Values.Any(value => new PolicyPattern(value, wildcards: true, trust.Policy.HasVariables).Variable is not null);
}
