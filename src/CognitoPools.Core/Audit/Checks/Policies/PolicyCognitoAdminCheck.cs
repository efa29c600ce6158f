using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The holders of a role can administer pools.</summary>
internal sealed class PolicyCognitoAdminCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyCognitoAdmin", "Users can administer pools")
    {
        Condition = "A role of the pool allows the administration of identity pools or user pools.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Users can add a provider of their own, set other roles, or delete pools, identities and accounts. The old "
            + "default policy for users, cognito-identity:* on every resource, allows it.",
        Fix = "Take the actions away. The public calls, such as GetId and GetCredentialsForIdentity, need no permission.",
        NotWhen = "The role allows public calls such as GetId, GetCredentialsForIdentity and GetOpenIdToken, or Amazon Cognito Sync.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/resource-permissions.html",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck(), new PolicyRoleAdminCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfAnybody(pool, role).Where(PowerActions.AreOfCognito).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.High;
}
