using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests can change shared data.</summary>
internal sealed class PolicyGuestWriteCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestWrite", "Guests can change shared data")
    {
        Condition = "The guest role allows writing or deleting data of Amazon S3 or DynamoDB without an identity "
            + "variable, or deleting or opening up buckets and tables.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Anyone who knows the pool id can change or delete what others see, or fill the storage at the "
            + "account's expense.",
        Fix = "Remove the actions, or limit them to a part that is named after the identity.",
        NotWhen = "The actions only send telemetry, such as rum:PutRumEvents, firehose:PutRecord or "
            + "mobileanalytics:PutEvents.",
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
