using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

/// <summary>A repair never opens a role that a condition closes which only the service can decide.</summary>
public class TrustRepairUndecidedTests
{
    private const string Pool = "us-east-1:12345678-1234-1234-1234-123456789012";
    private const string Assume = "\"sts:AssumeRoleWithWebIdentity\"";
    private const string AssumeAndTag = "[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\"]";

    [Theory]
    [InlineData("\"StringLike\":{\"aws:RequestTag/repository\":\"acme/*\"}", "aws:RequestTag/repository")]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "IpAddress")]
    [InlineData("\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}", "DateLessThan")]
    [InlineData("\"NumericLessThan\":{\"sts:DurationSeconds\":\"3600\"}", "NumericLessThan")]
    [InlineData("\"StringLike\":{\"aws:SourceVpc\":\"vpc-1\"}", "aws:SourceVpc")]
    [InlineData("\"StringLike\":{\"iam:ResourceTag/stage\":\"prod\"}", "iam:ResourceTag/stage")]
    [InlineData("\"StringLike\":{\"cognito-identity.amazonaws.com:sub\":\"${aws:userid}\"}", "aws:userid")]
    [InlineData("\"StringLike\":{\"cognito-identity.amazonaws.com:sub\":\"us-east-1:me\"}", "us-east-1:me")]
    public void A_statement_that_would_match_but_for_such_a_condition_stops_the_repair(string condition, string named)
    {
        foreach (var tags in new[] { false, true })
        {
            var policy = Policy(Statement(condition, "authenticated", AssumeAndTag));
            var refusal = Assert.Throws<InvalidSettingException>(() => Repair(policy, PoolIdentityType.Authenticated, tags));
            Assert.Contains("'OnlyOurs'", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("accounts.google.com")]
    [InlineData("accounts.google.com:OIDC:42")]
    [InlineData("*CognitoSignIn*")]
    public void So_does_one_that_admits_only_some_of_the_users(string amr)
    {
        foreach (var tags in new[] { false, true })
        {
            var policy = Policy(Statement("\"Bool\":{\"aws:SecureTransport\":\"true\"}", amr, Assume));
            var refusal = Assert.Throws<InvalidSettingException>(() => Repair(policy, PoolIdentityType.Authenticated, tags));
            Assert.Contains($"depends on the provider or the user: '{amr}'. A repair", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_operator_that_IAM_does_not_know_must_be_corrected_first()
    {
        var policy = Policy(Statement("\"StringEquals2\":{\"aws:SourceVpc\":\"vpc-1\"}", "authenticated", Assume));
        Assert.Equal(
            PoolRoleTrust.NotTrusted, policy.Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated).Trust);
        Assert.Equal(
            "Role 'deploy': the trust policy cannot be repaired. Statement 'OnlyOurs': the operator 'StringEquals2' is not a "
                + "condition operator of IAM (did you mean 'StringEquals'?). Correct the operator in IAM first. IAM does not "
                + "accept a policy with an unknown operator.",
            Assert.Throws<InvalidSettingException>(
                () => Repair(policy, PoolIdentityType.Authenticated, tags: false)).Message);
    }

    [Fact]
    public void So_does_one_that_lets_only_some_tags_be_passed()
    {
        var open = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated).Statements[0].ToJson();
        var tagging = Statement("\"StringLike\":{\"aws:RequestTag/team\":\"a*\"}", "authenticated", "\"sts:TagSession\"");
        var policy = Policy($"{open},{tagging.Replace("OnlyOurs", "OnlyTeams", StringComparison.Ordinal)}");
        Assert.True(Repair(policy, PoolIdentityType.Authenticated, tags: false).IsEmpty);
        var refusal = Assert.Throws<InvalidSettingException>(() => Repair(policy, PoolIdentityType.Authenticated, tags: true));
        Assert.Contains("'OnlyTeams'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_for_guests_does_not_stop_a_repair_for_authenticated_users()
    {
        var policy = Policy(Statement("\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "unauthenticated", Assume));
        var repair = Repair(policy, PoolIdentityType.Authenticated, tags: false);
        Assert.Equal([$"Statement 2: added for authenticated users of {Pool}"], repair.Changes);
    }

    [Fact]
    public void A_deny_with_such_a_condition_stays_and_does_not_stop_a_repair()
    {
        var open = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated).Statements[0].ToJson();
        var deny = Statement("\"NotIpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}", "authenticated", Assume)
            .Replace("Allow", "Deny", StringComparison.Ordinal);
        Assert.True(Repair(Policy($"{open},{deny}"), PoolIdentityType.Authenticated, tags: false).IsEmpty);
        var repair = Repair(Policy(deny), PoolIdentityType.Authenticated, tags: false);
        Assert.Equal([$"Statement 2: added for authenticated users of {Pool}"], repair.Changes);
    }

    [Fact]
    public void Others_whom_a_statement_admits_do_not_get_the_action_for_tags()
    {
        var shared = TrustPolicy.ForPool(
            AwsPartition.Aws, [Pool, "us-east-1:00000000-0000-0000-0000-000000000000"], PoolIdentityType.Authenticated);
        var repair = Repair(shared, PoolIdentityType.Authenticated, tags: true);
        Assert.Equal([$"Statement 2: added, allows sts:TagSession to authenticated users of {Pool}"], repair.Changes);
        Assert.Equal(["sts:TagSession"], repair.Policy.Statements[1].Actions);
    }

    private static TrustPolicy Policy(string statements) =>
        TrustPolicy.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");

    private static string Statement(string condition, string amr, string actions) =>
        """
        {"Sid":"OnlyOurs","Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":ACTIONS,
        "Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"POOL"},CONDITION,
        "ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"AMR"}}}
        """
        .Replace("ACTIONS", actions, StringComparison.Ordinal)
        .Replace("POOL", Pool, StringComparison.Ordinal)
        .Replace("CONDITION", condition, StringComparison.Ordinal)
        .Replace("AMR", amr, StringComparison.Ordinal);

    private static TrustRepair Repair(TrustPolicy policy, PoolIdentityType type, bool tags) =>
        TrustRepair.For(policy, AwsPartition.Aws, Pool, type, tags, "deploy");
}
