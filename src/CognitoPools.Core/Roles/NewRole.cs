namespace CognitoPools.Roles;

/// <summary>An IAM role that a plan makes for a pool.</summary>
/// <param name="IdentityType">Whose role it is.</param>
/// <param name="Name">Its name; may hold placeholders of the pool's id.</param>
/// <param name="PermissionsPolicy">Its inline permissions policy as JSON.</param>
/// <param name="PrincipalTags">Whether its trust policy allows sts:TagSession.</param>
public sealed record NewRole(PoolIdentityType IdentityType, string Name, string PermissionsPolicy, bool PrincipalTags = false)
{
    /// <summary>The name of the inline policy that the module writes.</summary>
    public const string PolicyName = "cognito-identity-pool-permissions";

    /// <summary>The ARN of the managed policy that bounds its permissions, or null.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Stands for the role's ARN in a desired pool until the role is made.</summary>
    public string Arn => Placeholders.RoleArn(IdentityType);

    /// <summary>The path of every role that the module makes for a pool: one ListRoles finds them again.</summary>
    /// <param name="region">The pool's Region.</param>
    /// <param name="uuid">The uuid of the pool's id.</param>
    public static string Path(string region, string uuid) => $"/cognitopools/{region}/{uuid}/";
}
