using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyGuestWriteCheckTests
{
    private readonly PolicyGuestWriteCheck check = new();

    [Theory]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/uploads/*\"")]
    [InlineData("\"dynamodb:PutItem\"", "\"arn:aws:dynamodb:eu-west-1:111122223333:table/votes\"")]
    [InlineData("\"dynamodb:DeleteTable\"", "\"arn:aws:dynamodb:eu-west-1:111122223333:table/votes\"")]
    [InlineData("[\"s3:DeleteBucket\", \"s3:PutBucketPolicy\"]", "\"arn:aws:s3:::files\"")]
    [InlineData("\"s3:PutObjectAcl\"", "\"arn:aws:s3:::files/*\"")]
    public void Hit_writes(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Medium, Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"firehose:PutRecord\"", "\"*\"")]
    [InlineData("\"mobileanalytics:PutEvents\"", "\"*\"")]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*\"")]
    public void Near_miss_telemetry_or_the_own_part(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources))));

    [Fact]
    public void Near_miss_a_deny_leaves_the_own_part() => Assert.Empty(check.Run(PolicyCase.Guests(
        false,
        """
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::files/*" },
          { "Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*" } ] }
        """)));

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::files/public/*\"")]
    public void Miss_reads(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources))));

    [Fact]
    public void Hit_the_repair_removes_the_finding_and_keeps_the_rest()
    {
        var pool = PolicyCase.Guests(false, AuditCase.Allow(
            "[\"execute-api:Invoke\", \"s3:PutObject\"]", "\"arn:aws:s3:::files/uploads/*\""));
        var result = Assert.Single(check.Run(pool));

        var after = PolicyCase.After(pool, result);

        Assert.Empty(check.Run(after));
        Assert.Contains("execute-api:Invoke", after.Roles[0].Policies![0].Document, StringComparison.Ordinal);
        Assert.Contains("will stop working", Assert.Single(result.Repair!.Change.Warnings), StringComparison.Ordinal);
    }
}
