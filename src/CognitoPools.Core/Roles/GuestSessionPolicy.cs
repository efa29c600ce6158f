namespace CognitoPools.Roles;

/// <summary>The managed policies that the service passes for guests. They are not intended for roles.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services</remarks>
internal static class GuestSessionPolicy
{
    private static readonly string[] Names =
    [
        "AmazonCognitoUnAuthedIdentitiesSessionPolicy",
        "AmazonCognitoUnauthenticatedIdentities",
    ];

    /// <summary>Whether a managed policy is one of them.</summary>
    /// <param name="policy">Its name or ARN.</param>
    public static bool Is(string policy) => Array.Exists(
        Names, name => policy == name || policy.EndsWith("/" + name, StringComparison.Ordinal));
}
