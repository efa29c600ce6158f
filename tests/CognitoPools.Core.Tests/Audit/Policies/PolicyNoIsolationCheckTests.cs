using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyNoIsolationCheckTests
{
    private readonly PolicyNoIsolationCheck check = new();

    [Theory]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/*\"")]
    [InlineData("\"s3:GetObject\"", "\"*\"")]
    [InlineData("\"s3:ListBucket\"", "\"arn:aws:s3:::files\"")]
    [InlineData("\"dynamodb:PutItem\"", "\"arn:aws:dynamodb:eu-west-1:111122223333:table/notes\"")]
    [InlineData("\"s3:*\"", "[\"arn:aws:s3:::files\", \"arn:aws:s3:::files/*\"]")]
    public void Hit_a_whole_bucket_or_table(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Medium, Assert.Single(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/public/*\"")]
    [InlineData("\"dynamodb:Query\"", "\"arn:aws:dynamodb:eu-west-1:111122223333:table/shop\"")]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/${aws:PrincipalTag/team}/*\"")]
    public void Near_miss_named_prefix_or_shared_table(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/*\"")]
    public void Near_miss_the_role_of_a_rule(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Rule(AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"execute-api:Invoke\"", "\"*\"")]
    public void Miss_other_services(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("s3:ListBucket", "arn:aws:s3:::files", "{ \"StringLike\": { \"s3:prefix\": \"public/*\" } }")]
    [InlineData(
        "dynamodb:PutItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/notes",
        "{ \"ForAllValues:StringEquals\": { \"dynamodb:LeadingKeys\": [ \"${cognito-identity.amazonaws.com:sub}\" ] } }")]
    [InlineData("s3:PutObject", "arn:aws:s3:::files/*", "{ \"StringEquals\": { \"aws:PrincipalTag/team\": \"web\" } }")]
    public void Near_miss_a_condition_narrows_it(string action, string resource, string condition) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow($"\"{action}\"", $"\"{resource}\"", condition))));
}
