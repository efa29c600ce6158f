using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyGuestAdminCheckTests
{
    private readonly PolicyGuestAdminCheck check = new();

    [Theory]
    [InlineData("\"lambda:UpdateFunctionCode\"", "\"*\"")]
    [InlineData("\"cognito-idp:*\"", "\"*\"")]
    [InlineData("\"*\"", "\"*\"")]
    [InlineData("\"lambda:*\"", "\"*\"")]
    public void Hit_passes_the_ceiling(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Critical, Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"iam:PassRole\"", "\"*\"")]
    [InlineData("\"sts:AssumeRole\"", "\"*\"")]
    [InlineData("\"iam:*\"", "\"*\"")]
    public void Hit_with_the_basic_flow(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Critical, Assert.Single(check.Run(PolicyCase.Guests(true, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"iam:PassRole\"", "\"*\"")]
    [InlineData("\"sts:*\"", "\"*\"")]
    public void Near_miss_only_the_ceiling_cuts_it_off(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Medium, Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"lambda:InvokeFunction\"", "\"arn:aws:lambda:eu-west-1:111122223333:function:hello\"")]
    [InlineData("\"cognito-idp:SignUp\"", "\"*\"")]
    [InlineData("\"iam:GetRole\"", "\"*\"")]
    public void Miss_other_actions(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(true, AuditCase.Allow(actions, resources))));

    [Fact]
    public void Near_miss_a_deny_takes_it_away() => Assert.Empty(check.Run(PolicyCase.Guests(
        true,
        """
        { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "sts:*", "Resource": "*" },
          { "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*" } ] }
        """)));

    [Fact]
    public void Near_miss_guest_access_is_off() => Assert.Empty(check.Run(AuditCase.With(
        AuditCase.Tidy, AuditCase.Guests(null, AuditCase.Allow("\"*\"")))));

    [Fact]
    public void Hit_the_repair_removes_the_finding_and_keeps_the_rest()
    {
        var pool = PolicyCase.Guests(true, AuditCase.Allow("[\"execute-api:Invoke\", \"iam:PassRole\"]"));
        var result = Assert.Single(check.Run(pool));

        var after = PolicyCase.After(pool, result);

        Assert.Empty(check.Run(after));
        Assert.Contains("execute-api:Invoke", after.Roles[0].Policies![0].Document, StringComparison.Ordinal);
        Assert.Contains("will stop working", Assert.Single(result.Repair!.Change.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } }""")]
    [InlineData("""{ "StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:11111111-1111-2222-3333-444444444444" } }""")]
    public void Near_miss_a_condition_that_no_guest_of_the_pool_meets(string condition) =>
        Assert.Empty(check.Run(PolicyCase.Guests(true, AuditCase.Allow("\"lambda:*\"", "\"*\"", condition))));

    [Fact]
    public void Hit_a_condition_that_guests_meet() => Assert.Single(check.Run(PolicyCase.Guests(
        true, AuditCase.Allow(
            "\"lambda:*\"", "\"*\"", """{ "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauth*" } }"""))));
}
