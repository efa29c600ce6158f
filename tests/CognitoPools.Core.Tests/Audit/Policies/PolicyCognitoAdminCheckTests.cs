using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyCognitoAdminCheckTests
{
    private readonly PolicyCognitoAdminCheck check = new();

    [Theory]
    [InlineData("\"cognito-identity:*\"", "\"*\"")]
    [InlineData("\"cognito-identity:UpdateIdentityPool\"", "\"*\"")]
    [InlineData("\"cognito-idp:AdminCreateUser\"", "\"*\"")]
    [InlineData("[\"cognito-idp:*\"]", "\"*\"")]
    public void Hit_administration(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.High, Assert.Single(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("[\"cognito-identity:GetId\", \"cognito-identity:GetCredentialsForIdentity\", \"cognito-identity:GetOpenIdToken\"]", "\"*\"")]
    [InlineData("\"cognito-sync:*\"", "\"*\"")]
    public void Near_miss_public_calls(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::files/*\"")]
    public void Miss_other_services(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Fact]
    public void Hit_the_repair_removes_the_finding_and_keeps_the_rest()
    {
        var pool = PolicyCase.Users(AuditCase.Allow("[\"execute-api:Invoke\", \"cognito-identity:*\"]"));
        var result = Assert.Single(check.Run(pool));

        var after = PolicyCase.After(pool, result);

        Assert.Empty(check.Run(after));
        Assert.Contains("execute-api:Invoke", after.Roles[0].Policies![0].Document, StringComparison.Ordinal);
        Assert.Contains("will stop working", Assert.Single(result.Repair!.Change.Warnings), StringComparison.Ordinal);
    }
}
