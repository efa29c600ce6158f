using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Users are not kept from the data of each other.</summary>
internal sealed class PolicyNoIsolationCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyNoIsolation", "Users share a whole bucket or table")
    {
        Condition = "The default role of authenticated users writes or deletes in a whole bucket or table, or reads a whole "
            + "bucket, without a variable of the identity and without a principal tag.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Every user can change or read the data of every other one.",
        Fix = "Give each user a prefix or a partition key of their own: New-PoolRolePolicy -S3Bucket or -DynamoDbTable "
            + "makes the policy.",
        NotWhen = "The role reads a shared table or uses a named prefix such as public/*, or a rule gives the role.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-example",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } =
    [
        new PolicyGuestAdminCheck(), new PolicyRoleAdminCheck(), new PolicyGuestWildcardCheck(),
        new PolicyGuestWriteCheck(), new PolicyVariableEatenCheck(),
    ];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        role.IsDefaultOfUsers
            ? RoleGrants.OfUsers(pool, role).Where(grant => !grant.DiffersByUser() && IsShared(grant)).Select(grant => grant.Part)
            : [];

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.Medium;

    private static bool IsShared(EffectiveGrant grant) =>
        (grant.IsOnWholeBucket() && DataActions.ObjectReads.Concat(DataActions.ObjectWrites).Any(grant.Allows))
            || (grant.IsOnBucket() && grant.Allows(DataActions.Listing) && !grant.Tests("s3:prefix"))
            || (grant.IsOfService("dynamodb") && DataActions.ItemWrites.Any(grant.Allows) && !grant.Tests("dynamodb:LeadingKeys"));
}
