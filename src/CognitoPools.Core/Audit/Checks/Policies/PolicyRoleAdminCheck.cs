using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Users can escalate their privileges.</summary>
internal sealed class PolicyRoleAdminCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyRoleAdmin", "Users can escalate their privileges")
    {
        Condition = "A role for authenticated users allows administration of IAM, use of any other role, changes to "
            + "function code, or any policy of AWS IoT.",
        Severity = "High; Critical if anyone can sign up.",
        Highest = PoolFindingSeverity.Critical,
        Why = "Every user with the role can take over other roles or functions, and through them the account.",
        Fix = "Remove the actions, or specify the one role or policy that users need.",
        NotWhen = "The resource is one named role or policy.",
        Reference = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
        Hides = ["PolicyCognitoAdmin", "PolicyVariableEaten", "PolicyNoIsolation"],
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfUsers(pool, role).Where(PowerActions.AreForUsers).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        SignUpReach.Includes(pool, role) ? PoolFindingSeverity.Critical : PoolFindingSeverity.High;
}
