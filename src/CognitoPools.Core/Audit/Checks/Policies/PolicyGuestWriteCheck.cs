using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests write or delete data that is not their own.</summary>
internal sealed class PolicyGuestWriteCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestWrite", "Guests write data")
    {
        Condition = "The role for guests writes or deletes data of Amazon S3 or DynamoDB without a variable of the identity, or may delete "
            + "or open buckets and tables.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Anyone who knows the id of the pool can change or delete what others see, or fill the storage at the cost "
            + "of the account.",
        Fix = "Take the actions away, or limit them to a part that is named after the identity.",
        NotWhen = "The actions are telemetry, such as rum:PutRumEvents, firehose:PutRecord or mobileanalytics:PutEvents.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
        Hides = ["PolicyVariableEaten", "PolicyNoIsolation"],
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck(), new PolicyGuestWildcardCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuests(pool, role).Where(grant => !grant.DiffersByUser() && Writes(grant)).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.Medium;

    private static bool Writes(EffectiveGrant grant) =>
        (grant.IsOfService("s3") && DataActions.ObjectWrites.Any(grant.Allows))
            || (grant.IsOfService("dynamodb") && DataActions.ItemWrites.Any(grant.Allows))
            || DataActions.Administration.Any(grant.Allows);
}
