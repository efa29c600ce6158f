using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>A role has a policy that the service passes for guests by itself.</summary>
internal sealed class PolicySessionAttachedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PolicySessionAttached", "A session policy is attached to a role")
    {
        Condition = "A role of the pool has AmazonCognitoUnAuthedIdentitiesSessionPolicy or "
            + "AmazonCognitoUnauthenticatedIdentities attached.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "The policy is the ceiling that the service sets for guests. Attached to a role it gives permissions, such as rekognition:*, "
            + "firehose:* and kms:Decrypt on every resource. What its statements allow is not reported again.",
        Fix = "Detach the policy, and allow the few actions that the users need.",
        Reference = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        from policy in role.Policies ?? []
        where policy.Arn is { } arn && GuestSessionPolicy.Is(arn)
        select Result(pool, role, policy.Arn!);

    private CheckResult Result(AuditedPool pool, AuditedRole role, string arn)
    {
        var repair = PolicyRepair.Detach(pool, role, arn);
        return new(PoolFindingSeverity.High, $"Role {role.Name}", arn, PolicyRepair.Remedy(pool, role, Info.Id, repair)) { Repair = repair };
    }
}
