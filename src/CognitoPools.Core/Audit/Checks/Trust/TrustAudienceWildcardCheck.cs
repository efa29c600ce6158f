using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role trusts every identity pool that matches a pattern.</summary>
internal sealed class TrustAudienceWildcardCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustAudienceWildcard", "A role trusts every identity pool that matches a pattern")
    {
        Condition = "The condition on aud is a pattern or a negation that other pools match, or its operator ends in "
            + "IfExists or begins with ForAllValues.",
        Severity = "Critical; Low if only the operator is loose, because Cognito tokens always have aud.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The condition does not bind the role to one pool. Anyone who can create a matching identity pool can "
            + "assume the role.",
        Fix = "Use StringEquals on aud with the id of the pool.",
        NotWhen = "StringLike or ForAnyValue compares with one exact id.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var trust in JudgedTrust.Of(pool))
        {
            foreach (var statement in trust.Admission.CognitoStatements)
            {
                var binding = trust.Admission.BindingOf(statement);
                if (binding is not (AudienceBinding.Pattern or AudienceBinding.Loose))
                    continue;
                var isLoose = binding == AudienceBinding.Loose;
                yield return trust.Found(
                    Info, isLoose ? PoolFindingSeverity.Low : PoolFindingSeverity.Critical, statement, Narrowed(trust, statement),
                    $"Identity pools that the statement does not name can no longer use role {trust.Role.Name}.", Info.Fix) with
                {
                    Why = isLoose
                        ? "The operator also accepts a token without aud. Cognito tokens always have aud, so this is not a vulnerability, but a "
                            + "strict operator makes the intent clear."
                        : null,
                };
            }
        }
    }

    private static TrustPolicy? Narrowed(JudgedTrust trust, TrustStatement statement)
    {
        var pools = trust.Admission.ExactPools(statement).ToList();
        if (!pools.Contains(trust.PoolId) && trust.Admission.AdmitsAnybody(statement, trust.PoolId))
            pools.Add(trust.PoolId);
        return trust.With(statement, pools.Count == 0 ? null : new TrustStatementEdit(statement).WithOnlyCondition(
            "StringEquals", trust.Admission.KeyOf("aud"), pools));
    }
}
