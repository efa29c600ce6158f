namespace CognitoPools.Documents.Templates;

/// <summary>The types of a template's resources.</summary>
internal static class CloudFormationTypes
{
    public const string Pool = "AWS::Cognito::IdentityPool";
    public const string RoleAttachment = "AWS::Cognito::IdentityPoolRoleAttachment";
    public const string PrincipalTag = "AWS::Cognito::IdentityPoolPrincipalTag";
    public const string Role = "AWS::IAM::Role";
    public const string Policy = "AWS::IAM::Policy";
    public const string RolePolicy = "AWS::IAM::RolePolicy";
    public const string ManagedPolicy = "AWS::IAM::ManagedPolicy";
}
