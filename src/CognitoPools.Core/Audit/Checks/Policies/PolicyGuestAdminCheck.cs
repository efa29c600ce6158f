using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests can escalate their privileges.</summary>
internal sealed class PolicyGuestAdminCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestAdmin", "Guests can escalate their privileges")
    {
        Condition = "The guest role allows administration of IAM or of user pools, use of other roles, or changes to "
            + "function code.",
        Severity = "Critical; Medium for permissions that only the basic flow would grant, if guests cannot use it.",
        Highest = PoolFindingSeverity.Critical,
        Why = "Anyone who knows the pool id can take over roles, functions or user accounts.",
        Fix = "Remove the actions from the guest role.",
        NotWhen = "A Deny without a condition, or the permissions boundary, blocks the actions.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
        Hides =
        [
            "PolicyRoleAdmin", "PolicyCognitoAdmin", "PolicyGuestWildcard", "PolicyGuestWrite",
            "PolicyBeyondScopeDown", "PolicyVariableEaten", "PolicyNoIsolation",
        ],
    };

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuestsWithoutCeiling(pool, role).Where(PowerActions.AreForGuests).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        RoleGrants.OfGuests(pool, role).Where(PowerActions.AreForGuests).Any(grant => parts.Contains(grant.Part))
            ? PoolFindingSeverity.Critical
            : PoolFindingSeverity.Medium;
}
