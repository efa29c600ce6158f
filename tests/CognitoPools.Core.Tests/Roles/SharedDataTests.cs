using CognitoPools.Roles;

namespace CognitoPools.Core.Tests.Roles;

public sealed class SharedDataTests
{
    [Theory]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::files/*\"")]
    [InlineData("\"Action\":\"s3:*\",\"Resource\":\"*\"")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\"")]
    [InlineData("\"Action\":[\"sns:Publish\",\"DynamoDB:getitem\"],\"Resource\":\"*\"")]
    [InlineData("\"NotAction\":\"iam:*\",\"Resource\":\"*\"")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::files/${*}\"")]
    public void WarnsOfDataThatAllUsersShare(string statement) =>
        Assert.Contains("single quotes", SharedData.Warning(Policy("Allow", statement)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*\"")]
    [InlineData("\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"AWS:PrincipalTag/team\":\"web\"}}")]
    [InlineData("\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"*\"")]
    [InlineData("\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\"")]
    [InlineData("\"NotAction\":[\"s3:*\",\"dynamodb:*\"],\"Resource\":\"*\"")]
    public void SaysNothingOfOtherPolicies(string statement) => Assert.Null(SharedData.Warning(Policy("Allow", statement)));

    [Fact]
    public void SaysNothingOfADeny() =>
        Assert.Null(SharedData.Warning(Policy("Deny", "\"Action\":\"s3:GetObject\",\"Resource\":\"*\"")));

    private static string Policy(string effect, string statement) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}",{{statement}}}]}""";
}
