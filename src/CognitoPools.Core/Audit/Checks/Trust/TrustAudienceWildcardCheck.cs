using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>What binds a role to a pool fits other pools too.</summary>
internal sealed class TrustAudienceWildcardCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("TrustAudienceWildcard", "A role trusts all identity pools that fit a pattern")
    {
        Condition = "The condition on aud is a pattern or a negation that other pools fit, or its operator ends in IfExists or begins with ForAllValues.",
        Severity = "Critical; Low where only the operator is loose, because the tokens of Cognito always have aud.",
        Highest = PoolFindingSeverity.Critical,
        Why = "The condition does not bind the role to a pool: anybody who can create an identity pool that fits it can open the role.",
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
                        ? "The operator also accepts a token without aud. Tokens of Cognito have it, so this is no hole, but the intent is clearer without."
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
