using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyRoleAdminCheckTests
{
    private readonly PolicyRoleAdminCheck check = new();

    [Theory]
    [InlineData("\"*\"", "\"*\"")]
    [InlineData("\"sts:AssumeRole\"", "\"*\"")]
    [InlineData("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/*\"")]
    [InlineData("\"iot:AttachPolicy\"", "\"*\"")]
    [InlineData("\"lambda:*\"", "\"*\"")]
    public void Hit_further_rights(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.High, Assert.Single(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"sts:AssumeRole\"", "\"arn:aws:iam::111122223333:role/reader\"")]
    [InlineData("\"iot:AttachPolicy\"", "\"arn:aws:iot:eu-west-1:111122223333:policy/app\"")]
    [InlineData("\"iam:GetRole\"", "\"*\"")]
    public void Near_miss_one_named_role_or_policy(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"s3:*\"", "\"*\"")]
    [InlineData("\"cognito-identity:*\"", "\"*\"")]
    public void Miss_other_actions(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Fact]
    public void Hit_anybody_can_sign_up()
    {
        var pool = PolicyCase.Users(AuditCase.Allow("\"sts:AssumeRole\""));
        var open = pool with { UserPools = pool.UserPools with { SelfSignUp = new Dictionary<string, bool> { ["eu-west-1_Example01"] = true } } };

        Assert.Equal(PoolFindingSeverity.Critical, Assert.Single(check.Run(open)).Severity);
    }

    [Fact]
    public void Hit_the_role_of_a_rule_is_repaired_by_a_plan() => Assert.Equal(
        $"Test-CognitoIdentityPool '{AuditCase.PoolId}' -Id PolicyRoleAdmin -AsPlan | Invoke-PoolPlan",
        Assert.Single(check.Run(PolicyCase.Rule(AuditCase.Allow("\"*\"")))).Remedy);
}
