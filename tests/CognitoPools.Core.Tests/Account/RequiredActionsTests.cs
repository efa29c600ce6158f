using CognitoPools.Account;

namespace CognitoPools.Core.Tests.Account;

public sealed class RequiredActionsTests
{
    [Theory]
    [InlineData("Cognito Identity", "ListIdentities", "cognito-identity:ListIdentities")]
    [InlineData("Cognito Identity", "CreateIdentityPool", "cognito-identity:CreateIdentityPool cognito-identity:TagResource")]
    [InlineData("Cognito Identity", "SetIdentityPoolRoles", "cognito-identity:SetIdentityPoolRoles iam:PassRole")]
    [InlineData("Cognito Identity", "GetOpenIdTokenForDeveloperIdentity", "cognito-identity:GetOpenIdTokenForDeveloperIdentity")]
    [InlineData("IAM", "CreateRole", "iam:CreateRole iam:TagRole")]
    [InlineData("IAM", "GetRole", "iam:GetRole")]
    [InlineData("Cognito Identity", "GetId", "")]
    [InlineData("Cognito Identity", "GetCredentialsForIdentity", "")]
    [InlineData("Cognito Identity", "GetOpenIdToken", "")]
    [InlineData("Cognito Identity", "UnlinkIdentity", "")]
    [InlineData("STS", "GetCallerIdentity", "")]
    [InlineData("STS", "AssumeRoleWithWebIdentity", "")]
    public void An_operation_needs_its_actions(string service, string operation, string actions) =>
        Assert.Equal(actions, string.Join(' ', RequiredActions.Of(service, operation)));
}
