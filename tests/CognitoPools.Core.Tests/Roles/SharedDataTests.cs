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

    [Theory]
    [InlineData("\"Action\":\"dynamodb:PartiQLSelect\",\"Resource\":\"*\"", "dynamodb:PartiQLSelect on *")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/${aws:PrincipalAccount}/*\"", "s3:GetObject on arn:")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/${aws:currenttime, 'x'}/*\"", "s3:GetObject on arn:")]
    [InlineData("\"Action\":\"s3:GetObject\",\"NotResource\":\"arn:aws:s3:::b/${aws:userid}/*\"", "s3:GetObject on all but arn:")]
    [InlineData("\"Action\":\"*\",\"Resource\":[\"arn:aws:s3:::b/*\",\"arn:aws:sqs:*:*:q\"]", " more on arn:aws:s3:::b/* without")]
    public void NamesWhatIsShared(string statement, string named) =>
        Assert.Contains(named, SharedData.Warning(Policy("Allow", statement)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*\"", "b/*")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"arn:aws:sqs:*:*:${aws:userid}\"", "b/*")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\",\"Resource\":\"arn:aws:dynamodb:*:*:table/${aws:userid}\"", "b/*")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b/${aws:userid}/*\"", "b//*")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b/${aws:userid}/*\"", "b/private//inbox/*")]
    public void IsNotSilencedByAnotherStatement(string other, string shared) =>
        Assert.Contains(
            $"s3:GetObject on arn:aws:s3:::{shared} without", SharedData.Warning(Beside(other, shared)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b/${aws:PrincipalTag/team}/*\"")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b\","
        + "\"Condition\":{\"StringLike\":{\"s3:prefix\":\"${cognito-identity.amazonaws.com:sub}/*\"}}")]
    public void SaysNothingOfAPublicFolderBesideTheUsersOwn(string own) =>
        Assert.Null(SharedData.Warning(Beside(own, "b/public/*")));

    [Theory]
    [InlineData("\"Version\":\"2008-10-17\",")]
    [InlineData("")]
    public void AsksForTheVersionThatHasVariables(string version)
    {
        const string Statement =
            "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*\"";
        var warning = SharedData.Warning($$$"""{{{{version}}}"Statement":{{{{Statement}}}}}""");
        Assert.Contains("\"Version\": \"2012-10-17\"", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("double quotes", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysNothingOfADeny() =>
        Assert.Null(SharedData.Warning(Policy("Deny", "\"Action\":\"s3:GetObject\",\"Resource\":\"*\"")));

    private static string Beside(string other, string shared) =>
        $$$"""
        {"Version":"2012-10-17","Statement":[{{{{other}}}},
        {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{{shared}}}"}]}
        """;

    private static string Policy(string effect, string statement) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}",{{statement}}}]}""";
}
