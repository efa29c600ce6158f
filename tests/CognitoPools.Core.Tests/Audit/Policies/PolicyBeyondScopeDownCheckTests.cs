using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyBeyondScopeDownCheckTests
{
    private readonly PolicyBeyondScopeDownCheck check = new();

    [Theory]
    [InlineData("\"bedrock:InvokeModel\"", "\"*\"")]
    [InlineData("\"geo:*\"", "\"*\"")]
    public void Hit_without_the_basic_flow(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Low, Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"ec2:DescribeInstances\"", "\"*\"")]
    public void Hit_with_the_basic_flow(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.High, Assert.Single(check.Run(PolicyCase.Guests(true, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("[\"geo-maps:GetTile\", \"geo-places:Geocode\", \"geo-routes:*\"]", "\"*\"")]
    [InlineData("\"sts:GetCallerIdentity\"", "\"*\"")]
    [InlineData("\"rum:PutRumEvents\"", "\"*\"")]
    public void Near_miss_disputed_or_harmless(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(true, AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::files/public/*\"")]
    [InlineData("\"geo:GetMap*\"", "\"*\"")]
    public void Miss_within_the_ceiling(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(true, AuditCase.Allow(actions, resources))));

    [Fact]
    public void Near_miss_a_deny_leaves_only_what_the_ceiling_admits() => Assert.Empty(check.Run(PolicyCase.Guests(
        false,
        """
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Action": "*", "Resource": "*" },
          { "Effect": "Deny", "NotAction": "polly:*", "Resource": "*" } ] }
        """)));

    [Fact]
    public void Hit_a_deny_leaves_what_is_beyond_it() => Assert.Single(check.Run(PolicyCase.Guests(
        false,
        """
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Action": "*", "Resource": "*" },
          { "Effect": "Deny", "NotAction": ["polly:*", "bedrock:InvokeModel"], "Resource": "*" } ] }
        """)));
}
