using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>IAM has no such role.</summary>
internal sealed class RoleNotFoundCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleNotFound", "A role of the pool does not exist")
    {
        Condition = "IAM answers that it has no role of that name.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Those who are to get the role get no credentials. Whoever can create a role of that name decides what it allows.",
        Fix = "Give the pool another role.",
        NotWhen = "IAM refuses the question, which NotChecked reports.",
        Reference = TrustReferences.GetRole,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        where role.Reading == RoleReading.NotFound
        select new CheckResult(
            PoolFindingSeverity.Medium, $"Role {role.Name}", $"{role.Arn}: NoSuchEntity", TrustRemedies.ReplaceRole(pool, role));
}
