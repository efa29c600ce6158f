using System.Text.Json.Nodes;
using CognitoPools.Account;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Tests.Roles;

public class TrustPropertyTests
{
    private static readonly Gen<(AwsPartition, string, PoolIdentityType, bool)> Wish = Gen.Select(
        TrustGen.Partition, TrustGen.Pool, TrustGen.Type, Gen.Bool);

    [Fact]
    public void A_built_policy_admits_its_pool_and_nobody_else() => Gen.Select(Wish, Wish).Sample((wish, other) =>
    {
        var (partition, pool, type, tags) = wish;
        var policy = TrustPolicy.ForPool(partition, [pool], type, tags);
        Assert.True(policy.Evaluate(TrustRequest.ForPool(partition, pool, type)).Allowed);
        Assert.Equal(tags, policy.Evaluate(TrustRequest.ForPool(partition, pool, type, needsTagSession: true)).Allowed);
        var (otherPartition, otherPool, otherType, otherTags) = other;
        var expected = (otherPartition, otherPool, otherType) == (partition, pool, type) && (tags || !otherTags);
        Assert.Equal(expected, policy.Evaluate(TrustRequest.ForPool(otherPartition, otherPool, otherType, otherTags)).Allowed);
        Assert.Empty(policy.Explain(partition, pool, type, tags).Findings);
        Assert.Empty(policy.CognitoStatementsWithoutAudience());
        Assert.Equal([pool], policy.AudiencePools(partition));
    });

    [Fact]
    public void A_policy_of_several_pools_admits_each() => Gen.Select(
        TrustGen.Partition, TrustGen.Pool.Array[1, 4], TrustGen.Pool, TrustGen.Type)
        .Sample((partition, pools, other, type) =>
        {
            var policy = TrustPolicy.ForPool(partition, pools, type);
            Assert.All(pools, pool => Assert.True(policy.Explain(partition, pool, type).Trust == PoolRoleTrust.Trusted));
            Assert.Equal(pools.Contains(other), policy.Explain(partition, other, type).Trust == PoolRoleTrust.Trusted);
            Assert.Equal(pools.Distinct(), policy.AudiencePools(partition));
        });

    [Fact]
    public void Reading_and_writing_keeps_everything() => Gen.Select(
        Wish, TrustGen.AnyJson.Array[3], TrustGen.Text(1, 8).Array[3])
        .Sample((wish, values, names) =>
        {
            var root = JsonNode.Parse(TrustPolicy.ForPool(wish.Item1, [wish.Item2, "us-east-1:*"], wish.Item3, wish.Item4)
                .ToJson())!.AsObject();
            var statement = root["Statement"]![0]!.AsObject();
            root.Insert(0, "first" + names[0], values[0]?.DeepClone());
            statement.Insert(1, "second" + names[1], values[1]?.DeepClone());
            statement["Condition"]!.AsObject()["Strange" + names[2]] = new JsonObject
            {
                [names[2]] = new JsonArray(1, true, names[0]),
            };
            var text = root.ToJsonString(TrustGen.Relaxed);

            Assert.Equal(text, TrustPolicy.Parse(text).ToJson(indented: false));
            Assert.Equal(text, TrustPolicy.Parse(TrustPolicy.Parse(text).ToJson()).ToJson(indented: false));
            Assert.Equal(text, TrustPolicy.Parse(Uri.EscapeDataString(text)).ToJson(indented: false));
            Assert.Equal(["second" + names[1]], TrustPolicy.Parse(text).Statements[0].UnknownElements);
        });

    [Fact]
    public void Explaining_and_evaluating_agree() => Wish.SelectMany(
        wish => TrustGen.Policy(wish.Item1, wish.Item2, denials: true).Select(text => (wish, text)))
        .Sample((wish, text) =>
        {
            var (partition, pool, type, tags) = wish;
            var policy = TrustPolicy.Parse(text);
            var request = TrustRequest.ForPool(partition, pool, type, tags);
            var decisions = new[] { request }.Concat(type == PoolIdentityType.Guest ? [] : new[]
            {
                request.SignedInWith("accounts.google.com"),
                request.SignedInWith("arn:aws:iam::123456789012:oidc-provider/idp.example/x:OIDC:me"),
            })
                .Select(policy.Evaluate)
                .ToList();
            var explanation = policy.Explain(partition, pool, type, tags);
            Assert.Equal((decisions[0].Trust, decisions[0].Reason), (explanation.Trust, explanation.Reason));
            // What is decided for all users is decided the same way for each.
            if (explanation.Trust != PoolRoleTrust.Conditional)
                Assert.All(decisions, decision => Assert.Equal(explanation.Trust, decision.Trust));
            Assert.Equal(explanation.Trust == PoolRoleTrust.Conditional, explanation.Conditions.Count > 0);
            Assert.NotEmpty(explanation.Reason);
            Assert.True(explanation.Reason[^1] is '.' or '?', explanation.Reason);
        }, iter: 2000);

    [Fact]
    public void The_statement_that_would_work_works() => Wish.SelectMany(
        wish => TrustGen.Policy(wish.Item1, wish.Item2, denials: false).Select(text => (wish, text)))
        .Sample((wish, text) =>
        {
            var (partition, pool, type, tags) = wish;
            var policy = TrustPolicy.Parse(text);
            var mended = policy.WithStatement(policy.Explain(partition, pool, type, tags).WorkingStatement);
            var explanation = mended.Explain(partition, pool, type, tags);
            Assert.True(explanation.IsAllowed, explanation.Reason);
            Assert.Equal(
                policy.Statements.Select(statement => statement.ToJson()),
                mended.Statements.Take(policy.Statements.Count).Select(statement => statement.ToJson()));
            Assert.Equal(policy.Statements.Count + 1, mended.Statements.Count);
        }, iter: 1000);

    [Fact]
    public void A_deny_wins_over_every_allow() => Wish.SelectMany(
        wish => TrustGen.Policy(wish.Item1, wish.Item2, denials: true).Select(text => (wish, text)))
        .Sample((wish, text) =>
        {
            var (partition, pool, type, tags) = wish;
            var denied = TrustPolicy.Parse(text)
                .WithStatement("""{"Sid":"NoMore","Effect":"Deny","Principal":"*","Action":"sts:*"}""")
                .Explain(partition, pool, type, tags);
            Assert.Equal(PoolRoleTrust.NotTrusted, denied.Trust);
            Assert.Contains(" denies sts:", denied.Reason, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_pool_that_gets_in_is_among_the_audience_pools() => Wish.SelectMany(
        wish => TrustGen.Policy(wish.Item1, wish.Item2, denials: true).Select(text => (wish, text)))
        .Sample((wish, text) =>
        {
            var (partition, pool, type, _) = wish;
            var policy = TrustPolicy.Parse(text);
            if (policy.Explain(partition, pool, type).Trust != PoolRoleTrust.Trusted)
                return;
            Assert.Contains(
                policy.AudiencePools(partition),
                accepted => new PolicyPattern(accepted, wildcards: true, variables: false).Matches(pool));
        }, iter: 2000);

    [Fact]
    public void One_wrong_letter_anywhere_is_found_and_named() => Gen.Select(
        Wish, Gen.Int[0, 4], Gen.Int[0, 1000], Gen.Char['a', 'z'])
        .Sample((wish, part, place, letter) =>
        {
            var (partition, pool, type, tags) = wish;
            var amr = type == PoolIdentityType.Guest ? "unauthenticated" : "authenticated";
            var good = new[]
            {
                partition.CognitoPrincipal,
                "sts:AssumeRoleWithWebIdentity",
                partition.CognitoKeyPrefix + ":aud",
                partition.CognitoKeyPrefix + ":amr",
                amr,
            }[part];
            var at = place % good.Length;
            if (char.ToLowerInvariant(good[at]) == letter)
                return;
            var bad = good[..at] + letter + good[(at + 1)..];
            var text = TrustPolicy.ForPool(partition, [pool], type, tags)
                .ToJson(indented: false)
                .Replace($"\"{good}\"", $"\"{bad}\"", StringComparison.Ordinal);

            Cultures.Each(() =>
            {
                var explanation = TrustPolicy.Parse(text).Explain(partition, pool, type, tags);
                Assert.Equal(PoolRoleTrust.NotTrusted, explanation.Trust);
                Assert.Contains($"'{bad}'", explanation.Reason, StringComparison.Ordinal);
                Assert.Contains(good, explanation.Reason, StringComparison.Ordinal);
                Assert.Contains(part is 2 or 3 ? $"did you mean '{good}'?" : ", but must be ", explanation.Reason, StringComparison.Ordinal);
            });
        });
}
