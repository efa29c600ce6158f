using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role trusts every identity pool.</summary>
internal sealed class TrustNoAudienceCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustNoAudience", "A role trusts every identity pool")
    {
        Condition = "An Allow statement for the Cognito principal has no condition on aud.",
        Severity = "Critical.",
        Highest = PoolFindingSeverity.Critical,
        Why = "Users and guests of any identity pool in the account can assume the role. Until April 2024, this "
            + "applied to the pools of every account. IAM no longer accepts such a trust policy, but existing ones "
            + "still work.",
        Fix = "Bind the statement to the pool: use StringEquals on aud with the id of the pool.",
        NotWhen = "The statement denies access, such as those that Amplify writes when sign-in is removed, or a Deny "
            + "keeps other pools out.",
        Reference = TrustReferences.Amplified,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
        Hides = ["TrustNoAmr"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from trust in JudgedTrust.Of(pool)
        from statement in trust.Admission.CognitoStatements
        where trust.Admission.BindingOf(statement) == AudienceBinding.None
        select trust.Found(
            Info, PoolFindingSeverity.Critical, statement, trust.Policy,
            $"Users of other identity pools can no longer assume role {trust.Role.Name}.", Info.Fix);
}
