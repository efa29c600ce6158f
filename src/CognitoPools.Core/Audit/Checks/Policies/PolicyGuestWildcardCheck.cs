using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests have wildcard access to a service.</summary>
internal sealed class PolicyGuestWildcardCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestWildcard", "Guests have wildcard access to a service")
    {
        Condition = "The guest role allows all actions or all resources of a service that stores data or sends "
            + "messages, or calls to every AWS Lambda function.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Anyone who knows the pool id can read or change the data, or send messages at the account's expense.",
        Fix = "Specify only the actions and resources that guests need.",
        NotWhen = "The actions do not support resources, such as those of Amazon Polly, Amazon Translate and Amazon "
            + "Comprehend, or belong to Amazon Cognito Sync.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
        Hides = ["PolicyGuestWrite", "PolicyBeyondScopeDown", "PolicyVariableEaten", "PolicyNoIsolation"],
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuests(pool, role).Where(WildcardAccess.IsGivenBy).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.High;
}
