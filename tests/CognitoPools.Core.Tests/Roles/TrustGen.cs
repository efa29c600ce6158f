using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Account;
using CsCheck;

namespace CognitoPools.Tests.Roles;

/// <summary>Random partitions, pools and policies; pools and values repeat often enough to meet.</summary>
internal static class TrustGen
{
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Gen<AwsPartition> Partition = Gen.OneOf<AwsPartition>([.. AwsPartition.All]);

    public static readonly Gen<PoolIdentityType> Type = Gen.Enum<PoolIdentityType>();

    public static readonly Gen<string> Pool = Gen.Select(
        Gen.OneOf("us-east-1", "us-gov-west-1", "cn-north-1"),
        Gen.OneOf(Gen.OneOf(Guid.Empty, new Guid("11111111-2222-3333-4444-555555555555")), Gen.Guid))
        .Select((region, uuid) => $"{region}:{uuid}");

    public static readonly Gen<JsonNode?> AnyJson = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3 ? Leaf : Gen.OneOf(
        Leaf,
        inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
        Gen.Select(Text(0, 5), inner).Array[0, 3].Select(pairs => (JsonNode?)Object(pairs))));

    /// <summary>Policies near what people write: right and wrong principals, actions, keys, operators and values; one
    /// or more statements.</summary>
    public static Gen<string> Policy(AwsPartition partition, string pool, bool denials) =>
        Statement(partition, pool, denials).Array[1, 3].Select(statements => new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. statements.Select(statement => statement.DeepClone())]),
        }.ToJsonString(Relaxed));

    public static Gen<string> Text(int least, int most) =>
        Gen.Char["abcXYZ 019_ü☃\"\\/+<&'\n${}*?:"].Array[least, most].Select(text => new string(text));

    private static Gen<JsonNode?> Leaf => Gen.OneOf(
        Text(0, 8).Select(text => (JsonNode?)text),
        Gen.Int.Select(number => (JsonNode?)number),
        Gen.Bool.Select(flag => (JsonNode?)flag),
        Gen.Const<JsonNode?>((JsonNode?)null));

    private static JsonObject Object(IEnumerable<(string, JsonNode?)> pairs)
    {
        var made = new JsonObject();
        foreach (var (name, value) in pairs)
            made[name] = value?.DeepClone();
        return made;
    }

    private static Gen<JsonObject> Statement(AwsPartition partition, string pool, bool denials)
    {
        var prefixes = AwsPartition.All.Select(other => other.CognitoKeyPrefix)
            .Append(partition.CognitoKeyPrefix)
            .Append(partition.CognitoKeyPrefix)
            .ToArray();
        var key = Gen.Select(Gen.OneOf(prefixes), Gen.OneOf("aud", "amr", "sub", "audience", "AUD"))
            .Select((prefix, claim) => $"{prefix}:{claim}");
        var condition = Gen.Select(
            Gen.OneOf(
                "StringEquals",
                "StringNotEquals",
                "StringLike",
                "StringNotLike",
                "StringEqualsIgnoreCase",
                "StringEqualsIfExists",
                "ForAnyValue:StringLike",
                "ForAnyValue:StringEquals",
                "ForAllValues:StringLike",
                "ForAnyValue:StringNotEquals",
                "Null",
                "Bool",
                "IpAddress",
                "Strange"),
            Gen.OneOf(key, Gen.OneOf("aws:SourceIp", "aws:RequestTag/team", "aws:SecureTransport", "accounts.google.com:aud")),
            Gen.OneOf(
                "authenticated", "unauthenticated", "*authenticated", "*", pool, "us-east-1:*", "accounts.google.com",
                "accounts.google.com:OIDC:*", "accounts.google.com:OIDC:42", "*CognitoSignIn*", "graph.facebook.com",
                "arn:aws:iam::123456789012:oidc-provider/idp.example/x:OIDC:me", "true", "${aws:userid}").Array[
                0,
                3]);
        return Gen.Select(
            Gen.OneOf(denials ? ["Allow", "Allow", "Allow", "Deny"] : new[] { "Allow" }),
            Gen.OneOf([
                .. AwsPartition.All.Select(other => other.CognitoPrincipal),
                partition.CognitoPrincipal,
                partition.CognitoPrincipal,
                "*",
                "accounts.google.com",
            ]),
            Gen.OneOf("Federated", "Federated", "Federated", "Service", "AWS"),
            Gen.OneOf(
                "sts:AssumeRoleWithWebIdentity", "sts:AssumeRole*",
                "STS:assumerolewithwebidentity", "sts:AssumeRole", "sts:TagSession", "*").Array[
                1,
                2],
            condition.Array[0, 3]).Select((effect, principal, kind, actions, conditions) =>
            {
                var block = new JsonObject();
                foreach (var (operation, name, values) in conditions)
                {
                    if (!block.ContainsKey(operation))
                        block[operation] = new JsonObject();
                    block[operation]!.AsObject()[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
                }
                return new JsonObject
                {
                    ["Effect"] = effect,
                    ["Principal"] = new JsonObject { [kind] = principal },
                    ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
                    ["Condition"] = block,
                };
            });
    }
}
