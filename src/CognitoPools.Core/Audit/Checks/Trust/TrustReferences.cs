namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Pages that the checks of roles refer to.</summary>
internal static class TrustReferences
{
    public const string TrustAndPermissions = "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html";
    public const string Roles = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html";
    public const string Amplified =
        "https://securitylabs.datadoghq.com/articles/amplified-exposure-how-aws-flaws-made-amplify-iam-roles-vulnerable-to-takeover/";
    public const string Flows = "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html";
    public const string RoleBasedAccess = "https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html";
    public const string SessionTags = "https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html";
    public const string Principals = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html";
    public const string ConditionKeys = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
    public const string ConditionOperators = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html";
    public const string WebIdentity = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html";
    public const string GovCloud = "https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html";
    public const string GetRole = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html";
}
