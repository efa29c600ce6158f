using CognitoPools.Audit.Model;
using CognitoPools.Providers;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role does not trust the pool that uses it.</summary>
internal sealed class TrustMissingPoolCheck : PoolCheck
{
    private const string Foreign = "TrustForeignPool";

    public override CheckInfo Info { get; } = new("TrustMissingPool", "A role does not trust the pool that uses it")
    {
        Condition = "No statement of the role's trust policy accepts the pool.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The users who should get the role cannot assume it, so they get no credentials.",
        Fix = "Specify the id of the identity pool in aud, for the Cognito principal of the partition.",
        NotWhen = "TrustWrongAction, TrustWrongKey or TrustAmrSwapped reports the cause, or the audit cannot evaluate "
            + "a condition.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust | AuditReads.OtherPools,
        Hides = [Foreign],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => RoleFault.Of(pool, RoleFaultKind.MissingPool)
        .GroupBy(fault => (fault.Trust.Role.Arn, fault.Statement?.Number))
        .Select(group => Found([.. group]));

    private CheckResult Found(List<RoleFault> faults)
    {
        var (trust, statement) = (faults[0].Trust, faults[0].Statement);
        var named = statement is null ? [] : trust.Admission.ConditionsOn(statement, "aud").SelectMany(condition => condition.Values).ToList();
        var userPool = named.Find(value => UserPoolName.Find(value) is not null);
        var why = userPool is null ? $"{Info.Why} {faults[0].Reason}"
            : $"{Info.Why} aud names the user pool '{userPool}', but Cognito tokens carry the id of the identity pool.";
        if (statement is not null && named.Count > 0 && faults.TrueForAll(fault => fault.IsOfAudienceOnly)
            && named.TrueForAll(value => IsMissing(trust.Pool, value)))
        {
            var corrected = trust.With(statement, new TrustStatementEdit(statement).WithOnlyCondition(
                "StringEquals", trust.Admission.KeyOf("aud"), [trust.PoolId]));
            return trust.Found(
                Info, PoolFindingSeverity.Medium, statement, corrected,
                $"Role {trust.Role.Name} will no longer accept {string.Join(", ", named)}.", Info.Fix) with
            {
                Why = why,
            };
        }
        var (remedy, repair) = TrustRemedies.RepairTrust(trust, [.. faults.Select(fault => fault.Users)]);
        return new CheckResult(PoolFindingSeverity.Medium, trust.TargetOf(statement), trust.EvidenceOf(statement), remedy)
        {
            Why = why,
            Repair = repair,
        };
    }

    // A pool that was not looked up may exist.
    private static bool IsMissing(AuditedPool pool, string value) => !PoolIds.IsId(value)
        || (pool.OtherPools.TryGetValue(value, out var state) && state == TrustedPoolState.NotInAccount);
}
