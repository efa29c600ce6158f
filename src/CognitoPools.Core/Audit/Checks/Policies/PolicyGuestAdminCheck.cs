using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests can get further rights.</summary>
internal sealed class PolicyGuestAdminCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestAdmin", "Guests can get further rights")
    {
        Condition = "The role for guests allows the administration of IAM or of user pools, other roles, or the code of functions.",
        Severity = "Critical; Medium for what only the basic flow would give, while guests cannot use it.",
        Highest = PoolFindingSeverity.Critical,
        Why = "Anyone who knows the id of the pool can take over roles, functions or user accounts.",
        Fix = "Take the actions away from the role for guests.",
        NotWhen = "A Deny without a condition, or the permissions boundary, takes the actions away.",
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
