using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role of the pool belongs to another account.</summary>
internal sealed class RoleCrossAccountCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleCrossAccount", "A role of the pool belongs to another account")
    {
        Condition = "The ARN of a role names an account other than the pool's.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The other account decides what the role allows and who can assume it. The role cannot be audited from "
            + "this account.",
        Fix = "Use a role of the pool's account, or audit the other account as well.",
        NotWhen = "The id of the account is not known.",
        Reference = TrustReferences.Roles,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        where role.Reading == RoleReading.OtherAccount
        select new CheckResult(
            PoolFindingSeverity.Medium, $"Role {role.Name}", $"{role.Arn}; the pool is in account {pool.AccountId}",
            TrustRemedies.ReplaceRole(pool, role));
}
