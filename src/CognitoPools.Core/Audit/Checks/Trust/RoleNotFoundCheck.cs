using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role of the pool does not exist.</summary>
internal sealed class RoleNotFoundCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleNotFound", "A role of the pool does not exist")
    {
        Condition = "IAM has no role of this name.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The users who should get the role get no credentials. Anyone who can create a role of this name "
            + "decides what it allows.",
        Fix = "Assign another role to the pool.",
        NotWhen = "IAM denies the request, which NotChecked reports.",
        Reference = TrustReferences.GetRole,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        where role.Reading == RoleReading.NotFound
        select new CheckResult(
            PoolFindingSeverity.Medium, $"Role {role.Name}", $"{role.Arn}: NoSuchEntity", TrustRemedies.ReplaceRole(pool, role));
}
