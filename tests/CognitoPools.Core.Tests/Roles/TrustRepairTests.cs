using System.Text.Json.Nodes;
using CognitoPools.Account;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Tests.Roles;

public class TrustRepairTests
{
    private const string Pool = "us-east-1:12345678-1234-1234-1234-123456789012";
    private const string Other = "us-east-1:00000000-0000-0000-0000-000000000000";

    [Fact]
    public void A_policy_that_accepts_the_pool_stays_as_it_is()
    {
        var policy = Policy(Pool, PoolIdentityType.Guest);
        var repair = Repair(policy, PoolIdentityType.Guest);
        Assert.True(repair.IsEmpty);
        Assert.Same(policy, repair.Policy);
    }

    [Fact]
    public void The_statement_of_another_pool_takes_this_one_too()
    {
        var repair = Repair(Policy(Other, PoolIdentityType.Authenticated), PoolIdentityType.Authenticated);
        Assert.Equal([$"Statement 1: aud {Pool} added"], repair.Changes);
        Assert.Equal([Other, Pool], repair.Policy.AudiencePools(AwsPartition.Aws));
        Assert.Single(repair.Policy.Statements);
    }

    [Fact]
    public void A_statement_with_further_conditions_is_left_alone_and_another_is_added()
    {
        var bound = TrustPolicy.Parse(Policy(Other, PoolIdentityType.Authenticated).ToJson()
            .Replace(
                "\"ForAnyValue:StringLike\"",
                "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},\"ForAnyValue:StringLike\"",
                StringComparison.Ordinal));
        var repair = Repair(bound, PoolIdentityType.Authenticated);
        Assert.Equal([$"Statement 2: added for authenticated users of {Pool}"], repair.Changes);
        Assert.Equal(bound.Statements[0].ToJson(), repair.Policy.Statements[0].ToJson());
    }

    [Fact]
    public void Only_the_missing_action_is_added()
    {
        var repair = Repair(Policy(Pool, PoolIdentityType.Authenticated), PoolIdentityType.Authenticated, tags: true);
        Assert.Equal(["Statement 1: sts:TagSession added"], repair.Changes);
        Assert.Equal(["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], repair.Policy.Statements[0].Actions);
    }

    [Fact]
    public void A_statement_without_aud_is_bound_to_the_pool_with_a_warning()
    {
        var open = TrustPolicy.Parse(
            """{"Version":"2012-10-17","Statement":{"Sid":"Old","Effect":"Allow","Principal":"""
                + """{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":"""
                + """{"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"unauthenticated"}}}}""");
        var repair = Repair(open, PoolIdentityType.Authenticated);
        Assert.Equal(
            [$"Statement 'Old': bound to aud {Pool}", $"Statement 2: added for authenticated users of {Pool}"],
            repair.Changes);
        Assert.Contains("Other pools", Assert.Single(repair.Warnings), StringComparison.Ordinal);
        Assert.Empty(repair.Policy.CognitoStatementsWithoutAudience());
    }

    [Fact]
    public void A_Deny_stands_and_is_named()
    {
        var denied = Policy(Pool, PoolIdentityType.Guest).WithStatement(
            """{"Sid":"Never","Effect":"Deny","Principal":"*","Action":"*"}""");
        Assert.Contains(
            "'Never' denies",
            Assert.Throws<InvalidSettingException>(() => Repair(denied, PoolIdentityType.Guest)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_would_be_too_long_is_refused_and_one_above_the_default_quota_is_a_warning()
    {
        var pools = Enumerable.Range(100, 200).Select(number => $"us-east-1:00000000-0000-0000-0000-000000000{number}");
        Assert.Contains(
            "8192",
            Assert.Throws<InvalidSettingException>(() => Repair(
                TrustPolicy.ForPool(AwsPartition.Aws, pools, PoolIdentityType.Guest), PoolIdentityType.Guest)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "2048",
            Assert.Single(
                Repair(
                    TrustPolicy.ForPool(AwsPartition.Aws, pools.Take(60), PoolIdentityType.Guest),
                    PoolIdentityType.Guest).Warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_repaired_policy_accepts_the_pool_keeps_every_statement_and_needs_no_second_repair() =>
        Gen.Select(TrustGen.Partition, TrustGen.Pool, TrustGen.Type, Gen.Bool)
            .SelectMany(wish => TrustGen.Policy(wish.Item1, wish.Item2, denials: true).Select(text => (wish, text)))
            .Sample((wish, text) =>
            {
                var (partition, pool, type, tags) = wish;
                var policy = TrustPolicy.Parse(text);
                TrustRepair repair;
                try
                {
                    repair = TrustRepair.For(policy, partition, pool, type, tags, "role");
                }
                catch (InvalidSettingException)
                {
                    Assert.Contains(policy.Statements, statement => !statement.Allows || HasUndecidableCondition(statement));
                    return;
                }
                Assert.True(repair.Policy.Explain(partition, pool, type, tags).IsAllowed);
                Assert.True(TrustRepair.For(repair.Policy, partition, pool, type, tags, "role").IsEmpty);
                if (!repair.IsEmpty)
                    Assert.Empty(repair.Policy.CognitoStatementsWithoutAudience());
                Assert.All(
                    policy.Statements,
                    statement => AssertContains(
                        JsonNode.Parse(repair.Policy.Statements[statement.Number - 1].ToJson()),
                        JsonNode.Parse(statement.ToJson())));
            });

    // The parts of the random policies that only the service can decide.
    private static bool HasUndecidableCondition(TrustStatement statement) =>
        new[]
        {
            "IpAddress",
            "Strange",
            "aws:SourceIp",
            "aws:RequestTag",
            "${",
            ":sub",
            ":amr",
        }.Any(part => statement.ToJson().Contains(part, StringComparison.Ordinal));

    private static TrustPolicy Policy(string pool, PoolIdentityType type) => TrustPolicy.ForPool(AwsPartition.Aws, [pool], type);

    private static TrustRepair Repair(TrustPolicy policy, PoolIdentityType type, bool tags = false) =>
        TrustRepair.For(policy, AwsPartition.Aws, Pool, type, tags, "role");

    // Everything that was there is still there; lists and objects may have grown.
    private static void AssertContains(JsonNode? now, JsonNode? before)
    {
        switch (before)
        {
            case JsonObject old:
                Assert.All(old, entry => AssertContains(now![entry.Key], entry.Value));
                break;
            case JsonArray old:
                var values = now is JsonArray array ? array.Select(item => item?.ToJsonString()).ToList() : [now?.ToJsonString()];
                Assert.All(old, item => Assert.Contains(item?.ToJsonString(), values));
                break;
            default:
                if (now is JsonArray grown)
                    Assert.Contains(before?.ToJsonString(), grown.Select(item => item?.ToJsonString()));
                else
                    Assert.Equal(before?.ToJsonString(), now?.ToJsonString());
                break;
        }
    }
}
