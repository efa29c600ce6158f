using System.Text.Json.Nodes;
using CognitoPools.Account;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Tests.Roles;

/// <summary>What a repair gives and takes, judged by <see cref="IamJudge"/>.</summary>
public class TrustRepairNeverWidensTests
{
    private const string OtherPool = "eu-west-1:99999999-9999-9999-9999-999999999999";

    private static readonly string[] Actions = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:AssumeRole"];

    [Fact]
    public void A_repair_gives_only_to_the_pools_users_of_this_kind_and_takes_only_what_lacks_aud() =>
        Gen.Select(TrustGen.Partition, TrustGen.Pool, TrustGen.Type, Gen.Bool)
            .SelectMany(wish => TrustGen.Policy(wish.Item1, wish.Item2, denials: true).Select(text => (wish, text)))
            .Sample((wish, text) =>
            {
                var (partition, pool, type, tags) = wish;
                TrustRepair repair;
                try
                {
                    repair = TrustRepair.For(TrustPolicy.Parse(text), partition, pool, type, tags, "role");
                }
                catch (InvalidSettingException)
                {
                    return;
                }
                var repaired = repair.Policy.ToJson(indented: false);
                foreach (var (caller, isMeant) in Callers(partition, pool, type))
                {
                    var before = IamJudge.Allows(text, caller);
                    var after = IamJudge.Allows(repaired, caller);
                    if (after && !before)
                    {
                        Assert.True(isMeant, $"Given to {Show(caller)}: {text} -> {repaired}");
                        Assert.False(
                            IsShutOutAsOneOfSome(text, partition, caller),
                            $"Given to {Show(caller)}, whom a condition on amr kept out: {text} -> {repaired}");
                    }
                    if (before && !after)
                        AssertNamed(text, caller, isMeant, repair);
                    var isOfOtherPool = caller.Context.Values.Any(values => values.Contains(OtherPool));
                    if (after && isOfOtherPool && !repair.IsEmpty)
                        Assert.Contains(Allowing(text, caller), statement => !LacksAudience(statement.Json));
                }
            }, iter: 3000);

    // Of two users who differ in their amr alone, the policy lets the other in and not this one.
    private static bool IsShutOutAsOneOfSome(string text, AwsPartition partition, IamRequest caller)
    {
        var amr = partition.CognitoKeyPrefix + ":amr";
        return caller.Context.TryGetValue(amr, out var own)
            && Tokens.Where(other => other[0] == own[0]).Any(other => IamJudge.Allows(
                text, caller with { Context = new Dictionary<string, string[]>(caller.Context) { [amr] = other } }));
    }

    private static void AssertNamed(string text, IamRequest caller, bool isMeant, TrustRepair repair)
    {
        Assert.False(isMeant, $"Taken from {Show(caller)}: {text}");
        foreach (var (number, json) in Allowing(text, caller))
        {
            Assert.True(LacksAudience(json), $"Taken from {Show(caller)}: {text}");
            Assert.Contains(repair.Changes, change => change.StartsWith($"Statement {number}: bound to", StringComparison.Ordinal));
            Assert.Contains(repair.Warnings, warning => warning.StartsWith($"Statement {number} ", StringComparison.Ordinal));
        }
    }

    private static List<(int Number, JsonObject Json)> Allowing(string text, IamRequest caller) =>
    [
        .. JsonNode.Parse(text)!["Statement"]!.AsArray()
            .Select((statement, index) => (index + 1, statement!.AsObject()))
            .Where(statement => (string)statement.Item2["Effect"]! == "Allow"
                && IamJudge.Matches(statement.Item2, caller, variables: true)),
    ];

    // A statement for Cognito whose conditions do not demand one of certain pools.
    private static bool LacksAudience(JsonObject statement)
    {
        string[] binding =
        [
            "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ForAnyValue:StringEquals", "ForAnyValue:StringLike", "Bool",
        ];
        return AwsPartition.All.Any(partition =>
            (string?)statement["Principal"]!["Federated"] == partition.CognitoPrincipal
            && !statement["Condition"]!.AsObject().Any(operation => binding.Contains(operation.Key)
                && operation.Value!.AsObject().Any(key => string.Equals(
                    key.Key, partition.CognitoKeyPrefix + ":aud", StringComparison.OrdinalIgnoreCase))));
    }

    private static IEnumerable<(IamRequest Request, bool IsMeant)> Callers(
        AwsPartition wanted, string pool, PoolIdentityType type)
    {
        foreach (var action in Actions)
        {
            foreach (var principal in new[] { "accounts.google.com", "ec2.amazonaws.com", "arn:aws:iam::123456789012:root" })
            {
                var kind = principal[0] == 'e' ? "Service" : principal.StartsWith("arn", StringComparison.Ordinal) ? "AWS" : "Federated";
                yield return (
                    new(kind, principal, action, new Dictionary<string, string[]> { ["accounts.google.com:aud"] = [pool] }), false);
            }
            foreach (var partition in AwsPartition.All)
            {
                foreach (var audience in new[] { pool, OtherPool })
                {
                    foreach (var amr in Tokens)
                    {
                        var isMeant = partition == wanted && audience == pool
                            && (amr[0] == "unauthenticated") == (type == PoolIdentityType.Guest);
                        yield return (Token(partition, audience, amr, action, "10.1.1.1", "a"), isMeant);
                        yield return (Token(partition, audience, amr, action, "192.0.2.1", null), isMeant);
                    }
                }
            }
        }
    }

    private static readonly string[][] Tokens =
    [
        ["unauthenticated"],
        ["authenticated", "accounts.google.com", "accounts.google.com:OIDC:42"],
        ["authenticated", "accounts.google.com", "accounts.google.com:OIDC:7"],
        ["authenticated", "cognito-idp.us-east-1.amazonaws.com/us-east-1_a", "cognito-idp.us-east-1.amazonaws.com/us-east-1_a:CognitoSignIn:me"],
        ["authenticated", "graph.facebook.com", "graph.facebook.com:OIDC:1"],
        ["authenticated", "arn:aws:iam::123456789012:oidc-provider/idp.example/x", "arn:aws:iam::123456789012:oidc-provider/idp.example/x:OIDC:me"],
    ];

    private static IamRequest Token(
        AwsPartition partition, string pool, string[] amr, string action, string address, string? team)
    {
        var context = new Dictionary<string, string[]>
        {
            [partition.CognitoKeyPrefix + ":aud"] = [pool],
            [partition.CognitoKeyPrefix + ":amr"] = amr,
            [partition.CognitoKeyPrefix + ":sub"] = [pool[..(pool.IndexOf(':', StringComparison.Ordinal) + 1)] + "me"],
            ["aws:SecureTransport"] = ["true"],
            ["aws:SourceIp"] = [address],
        };
        if (team is not null)
            context["aws:RequestTag/team"] = [team];
        return new("Federated", partition.CognitoPrincipal, action, context);
    }

    private static string Show(IamRequest caller) =>
        $"{caller.Principal} {caller.Action} {string.Join(", ", caller.Context.Select(entry => $"{entry.Key}={string.Join("|", entry.Value)}"))}";
}
