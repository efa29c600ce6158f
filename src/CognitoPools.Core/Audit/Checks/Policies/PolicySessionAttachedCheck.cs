using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>A Cognito session policy is attached to a role.</summary>
internal sealed class PolicySessionAttachedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PolicySessionAttached", "A Cognito session policy is attached to a role")
    {
        Condition = "AmazonCognitoUnAuthedIdentitiesSessionPolicy or AmazonCognitoUnauthenticatedIdentities is "
            + "attached to a role of the pool.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Cognito uses this policy to limit guests. Attached to a role, it grants permissions, such as "
            + "rekognition:*, firehose:* and kms:Decrypt on every resource. The audit does not report its statements "
            + "separately.",
        Fix = "Detach the policy, and allow the few actions that users need.",
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
