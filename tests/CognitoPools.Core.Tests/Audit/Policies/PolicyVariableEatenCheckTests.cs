using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyVariableEatenCheckTests
{
    private readonly PolicyVariableEatenCheck check = new();

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::files//*\"")]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/private/*\"")]
    [InlineData("\"s3:*\"", "[\"arn:aws:s3:::files/private//*\", \"arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*\"]")]
    public void Hit_lost_variable(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.High, Assert.Single(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::files/public/*\"")]
    [InlineData("\"dynamodb:Query\"", "\"arn:aws:dynamodb:eu-west-1:111122223333:table/shop\"")]
    [InlineData("\"s3:GetObject\"", "[\"arn:aws:s3:::files/users/*\", \"arn:aws:s3:::files/own/${cognito-identity.amazonaws.com:sub}/*\"]")]
    public void Near_miss_public_or_beside_the_own_part(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"s3:*\"", "\"arn:aws:s3:::files/private/${cognito-identity.amazonaws.com:sub}/*\"")]
    public void Miss_the_variable_is_there(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));
}
