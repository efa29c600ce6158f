using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Whether users get a role depends on what only AWS can decide.</summary>
internal sealed class TrustConditionalCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustConditional", "A role serves its users on a condition")
    {
        Condition = "A statement depends on a condition that only AWS can decide, such as a request tag, a date, a policy variable or one identity.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Whether a user gets the role depends on the request. The audit names the condition and does not judge it, and no repair removes it.",
        Fix = "Make sure that the condition is meant.",
        NotWhen = "aud and amr decide alone, also where amr names a provider, or TrustNetworkCondition reports the statement.",
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
            Remedies.Comment($"Make sure that role {trust.Role.Name} is meant to depend on: {string.Join("; ", conditions)}"))
        {
            Cause = trust.CauseOf(statement),
        };

    private static IEnumerable<StatementMatch> Undecided(JudgedTrust trust) => trust.Users
        .SelectMany(users => trust.Policy.Match(
            TrustRequest.ForPool(trust.Pool.Partition, trust.PoolId, users), TrustRequest.AssumeAction))
        .Where(match => match.IsUndecided && match.Undecided.Any(result => !DecidesAlone(trust, result)));

    // Which provider a user signed in with is no condition of its own: amr is there for it.
    private static bool DecidesAlone(JudgedTrust trust, ConditionResult result) => result.Condition.IsFor(trust.Admission.KeyOf("amr"))
        && !result.Condition.Values.Any(value => new PolicyPattern(value, wildcards: true, trust.Policy.HasVariables).Variable is not null);
}
