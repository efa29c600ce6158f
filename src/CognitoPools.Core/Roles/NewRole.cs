using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>An IAM role that a plan creates for a pool.</summary>
/// <param name="IdentityType">Whose role it is.</param>
/// <param name="Name">Its name; can contain placeholders of the pool's id.</param>
/// <param name="TrustPolicy">Its trust policy as JSON; can contain placeholders of the pool's id.</param>
public sealed record NewRole(PoolIdentityType IdentityType, string Name, string TrustPolicy)
{
    /// <summary>The name of the inline policy that the module writes.</summary>
    public const string PolicyName = "cognito-identity-pool-permissions";

    /// <summary>The start of the paths of all roles that the module creates.</summary>
    internal const string Root = "/cognitopools/";

    /// <summary>Identifies the role among the new roles of a plan.</summary>
    public string Key { get; init; } = IdentityType.ToString();

    /// <summary>Its path; null for the path of the pool, by which the module finds its roles again.</summary>
    public string? RolePath { get; init; }

    /// <summary>Its description in IAM, at most 1,000 characters.</summary>
    public string Description { get; init; } = DescriptionFor(IdentityType);

    /// <summary>The maximum duration of a session of the basic flow, 3,600 to 43,200 seconds; null for IAM's default of
    /// an hour.</summary>
    public int? MaxSessionDuration { get; init; }

    /// <summary>The ARN of its permissions boundary, or null.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Its tags, except the one that names the pool.</summary>
    public ReadableTable Tags { get; init; } = ReadableTable.Empty;

    /// <summary>Its inline permissions policies.</summary>
    internal IReadOnlyList<RolePolicyWrite> Policies { get; init; } = [];

    /// <summary>The placeholder of the role's ARN in a desired pool until the role is created.</summary>
    public string Arn => Placeholders.RoleArn(Key);

    /// <summary>Creates a role that trusts only the pool of the plan and has one inline policy.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="identityType">Whose role it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="permissionsPolicy">Its permissions policy as JSON.</param>
    /// <param name="principalTags">Whether its trust policy allows sts:TagSession.</param>
    public static NewRole ForPool(
        AwsPartition partition, PoolIdentityType identityType, string name, string permissionsPolicy, bool principalTags = false) =>
        new(identityType, name, Roles.TrustPolicy.ForPool(partition, [Placeholders.PoolId], identityType, principalTags).ToJson())
        {
            Policies = [new RolePolicyWrite(PolicyName, null, permissionsPolicy)],
        };

    /// <summary>The description of the roles that the module creates.</summary>
    /// <param name="identityType">Whose role it is.</param>
    public static string DescriptionFor(PoolIdentityType identityType) =>
        $"Role for {IamRoles.Users(identityType)} of an Amazon Cognito identity pool";

    /// <summary>The path of every role that the module creates for a pool, so that one ListRoles finds them
    /// again.</summary>
    /// <param name="region">The pool's Region.</param>
    /// <param name="uuid">The UUID in the pool's id.</param>
    public static string Path(string region, string uuid) => $"{Root}{region}/{uuid}/";
}
