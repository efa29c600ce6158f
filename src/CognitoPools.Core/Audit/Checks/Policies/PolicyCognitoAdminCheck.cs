using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Users can administer pools.</summary>
internal sealed class PolicyCognitoAdminCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyCognitoAdmin", "Users can administer pools")
    {
        Condition = "A role of the pool allows administration of identity pools or user pools.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Users can add their own provider, set other roles, or delete pools, identities and user accounts. The "
            + "old default policy for users allows this with cognito-identity:* on every resource.",
        Fix = "Remove the actions. Public calls, such as GetId and GetCredentialsForIdentity, need no permission.",
        NotWhen = "The role allows only public calls, such as GetId, GetCredentialsForIdentity and GetOpenIdToken, or "
            + "Amazon Cognito Sync.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/resource-permissions.html",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck(), new PolicyRoleAdminCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfAnybody(pool, role).Where(PowerActions.AreOfCognito).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.High;
}
