using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests have all actions or all resources of a service with data.</summary>
internal sealed class PolicyGuestWildcardCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestWildcard", "Guests have a service or all its data")
    {
        Condition = "The role for guests allows all actions or all resources of a service that keeps data or sends messages, or may "
            + "call every function of AWS Lambda.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "Anyone who knows the id of the pool can read or change the data, or send messages at the cost of the account.",
        Fix = "Name the actions and the resources that guests need.",
        NotWhen = "The actions have no resources, such as those of Amazon Polly, Amazon Translate and Amazon Comprehend, or "
            + "belong to Amazon Cognito Sync.",
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
