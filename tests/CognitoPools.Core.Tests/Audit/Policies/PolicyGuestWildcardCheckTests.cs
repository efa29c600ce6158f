using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyGuestWildcardCheckTests
{
    private readonly PolicyGuestWildcardCheck check = new();

    [Theory]
    [InlineData("\"s3:*\"", "\"arn:aws:s3:::files/*\"")]
    [InlineData("\"s3:GetObject\"", "\"*\"")]
    [InlineData("\"dynamodb:Scan\"", "\"arn:aws:dynamodb:eu-west-1:111122223333:table/*\"")]
    [InlineData("\"kms:Decrypt\"", "\"*\"")]
    [InlineData("\"logs:GetLogEvents\"", "\"*\"")]
    [InlineData("\"iot:Connect\"", "\"*\"")]
    public void Hit_a_service_or_all_its_resources(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.High, Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"polly:SynthesizeSpeech\"", "\"*\"")]
    [InlineData("\"translate:*\"", "\"*\"")]
    [InlineData("\"cognito-sync:*\"", "\"*\"")]
    [InlineData("\"logs:PutLogEvents\"", "\"*\"")]
    [InlineData("\"iot:DescribeEndpoint\"", "\"*\"")]
    [InlineData("\"rum:PutRumEvents\"", "\"*\"")]
    public void Near_miss_no_resource_level(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::files/public/*\"")]
    [InlineData("\"sqs:SendMessage\"", "\"arn:aws:sqs:eu-west-1:111122223333:q\"")]
    public void Miss_a_named_resource(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources))));

    [Fact]
    public void Hit_the_repair_removes_the_finding_and_keeps_the_rest()
    {
        var pool = PolicyCase.Guests(false, AuditCase.Allow("[\"execute-api:Invoke\", \"s3:*\"]"));
        var result = Assert.Single(check.Run(pool));

        var after = PolicyCase.After(pool, result);

        Assert.Empty(check.Run(after));
        Assert.Contains("execute-api:Invoke", after.Roles[0].Policies![0].Document, StringComparison.Ordinal);
        Assert.Contains("will stop working", Assert.Single(result.Repair!.Change.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::*/*")]
    [InlineData("kms:Decrypt", "arn:aws:kms:*:*:key/*")]
    [InlineData("logs:GetLogEvents", "arn:aws:logs:*:*:log-group:*")]
    [InlineData("kinesis:GetRecords", "arn:aws:kinesis:*:*:stream/*")]
    [InlineData("iot:Publish", "arn:aws:iot:*:*:topic/*")]
    [InlineData("ses:SendEmail", "arn:aws:ses:*:*:identity/*")]
    [InlineData("lambda:InvokeFunction", "*")]
    [InlineData("lambda:InvokeFunction", "arn:aws:lambda:*:*:function:*")]
    public void Hit_every_resource_by_its_kind(string action, string resource) =>
        Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow($"\"{action}\"", $"\"{resource}\""))));

    [Fact]
    public void Near_miss_one_function() => Assert.Empty(check.Run(PolicyCase.Guests(
        false, AuditCase.Allow("\"lambda:InvokeFunction\"", "\"arn:aws:lambda:eu-west-1:111122223333:function:hello\""))));
}
