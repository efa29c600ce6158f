using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Actions that allow privilege escalation.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html and public research on escalation.</remarks>
internal static class PowerActions
{
    private static readonly string[] ToOtherRoles = ["iam:PassRole", "sts:AssumeRole"];

    private static readonly string[] AttachToIdentities = ["iot:AttachPolicy", "iot:AttachPrincipalPolicy"];

    private static readonly string[] Rights =
    [
        "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:AddUserToGroup",
        "iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:AttachRolePolicy",
        "iam:PutUserPolicy", "iam:PutGroupPolicy", "iam:PutRolePolicy",
        "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy",
        "iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary",
    ];

    private static readonly string[] Code = ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"];

    private const string UserPoolAdministration = "cognito-idp:Admin*";

    private static readonly string[] CognitoAdministration =
    [
        UserPoolAdministration, "cognito-idp:UpdateUserPool*", "cognito-idp:DeleteUserPool*", "cognito-idp:CreateUserPoolClient",
        "cognito-idp:CreateIdentityProvider", "cognito-idp:UpdateIdentityProvider",
        "cognito-identity:UpdateIdentityPool", "cognito-identity:DeleteIdentityPool", "cognito-identity:SetIdentityPool*",
        "cognito-identity:SetPrincipalTagAttributeMap", "cognito-identity:DeleteIdentities",
        "cognito-identity:GetOpenIdTokenForDeveloperIdentity", "cognito-identity:MergeDeveloperIdentities",
    ];

    /// <summary>Whether guests must never have these permissions.</summary>
    public static bool AreForGuests(EffectiveGrant grant) =>
        Allows(grant, Rights) || Allows(grant, ToOtherRoles) || Allows(grant, Code) || Allows(grant, [UserPoolAdministration]);

    /// <summary>Whether users can escalate their privileges. One named role or policy counts as a deliberate choice.</summary>
    public static bool AreForUsers(EffectiveGrant grant) =>
        Allows(grant, Rights) || Allows(grant, Code)
            || (!grant.IsOnOne() && Allows(grant, ToOtherRoles))
            || (grant.IsOnEverything() && Allows(grant, AttachToIdentities));

    /// <summary>Whether the permissions allow administration of pools.</summary>
    public static bool AreOfCognito(EffectiveGrant grant) => Allows(grant, CognitoAdministration);

    private static bool Allows(EffectiveGrant grant, string[] actions) => Array.Exists(
        actions, action => grant.IsOfService(ResourceService(action)) && grant.Allows(action));

    // The resources of sts:AssumeRole are IAM roles.
    private static string ResourceService(string action) =>
        action.Substring(0, action.IndexOf(':')) is var service && service == "sts" ? "iam" : service;
}
