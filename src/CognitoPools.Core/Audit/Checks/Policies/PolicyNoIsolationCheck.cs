using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Users are not isolated from each other's data.</summary>
internal sealed class PolicyNoIsolationCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyNoIsolation", "Users are not isolated from each other's data")
    {
        Condition = "The default authenticated role allows writing or deleting in a whole bucket or table, or reading "
            + "a whole bucket, without an identity variable and without a principal tag.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Every user can read or change the data of every other user.",
        Fix = "Give each user a separate prefix or partition key. New-PoolRolePolicy -S3Bucket or -DynamoDbTable "
            + "creates such a policy.",
        NotWhen = "The role reads a shared table or uses a named prefix such as public/*, or a rule assigns the role.",
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
