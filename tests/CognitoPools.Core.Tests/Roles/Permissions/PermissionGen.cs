using System.Text.Json.Nodes;
using CsCheck;

namespace CognitoPools.Tests.Roles.Permissions;

/// <summary>Random policies whose patterns meet often.</summary>
internal static class PermissionGen
{
    public static readonly string[] Keys = ["aws:c1", "aws:c2"];

    public static readonly Gen<string> Action = Gen.OneOf(
        Gen.OneOf(
            "*", "s3:*", "s3:Get*", "s3:*Object", "S3:getobject", "s3:?etObject", "kms:*", "kms:*crypt*", "kms:Encrypt",
            "geo:*", "geo:*Geofence*", "ec2:*", "*:*", "s*"),
        Text("GO*?", 4).Select(text => $"s3:{text}"));

    public static readonly Gen<string> Resource = Gen.OneOf(
        Gen.OneOf(
            "*", "arn:aws:s3:::*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/a*", "arn:aws:s3:::b",
            $"arn:aws:s3:::b/{PermissionJudge.Variable}", $"arn:aws:s3:::b/{PermissionJudge.Variable}/*"),
        Gen.Select(Text("ab*?", 3), Gen.Bool, Text("ab*?", 3)).Select(
            (start, variable, end) => $"arn:aws:s3:::b/{start}{(variable ? PermissionJudge.Variable : "")}{end}"));

    public static Gen<PermissionCase> Case => Gen.Select(
        Policy(Gen.OneOf("Allow", "Allow", "Deny")).Array[1, 2],
        Policy(Gen.OneOf("Allow", "Allow", "Allow", "Deny")),
        Gen.Int[0, 2],
        Gen.Bool,
        Gen.Bool.Array[Keys.Length],
        Gen.OneOf("a", "b", "ab", "a/b"))
        .Select((policies, boundary, bounded, ceiling, met, subject) => new PermissionCase(
            policies, bounded == 0 ? null : boundary, ceiling, [.. Keys.Where((_, index) => met[index])], subject));

    public static Gen<string> Text(string characters, int most) =>
        Gen.Char[characters].Array[0, most].Select(text => new string(text));

    private static Gen<string> Policy(Gen<string> effect) => Statement(effect).Array[1, 3].Select(statements => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. statements.Select(statement => statement.DeepClone())]),
    }.ToJsonString());

    private static Gen<JsonObject> Statement(Gen<string> effect) => Gen.Select(
        effect, Gen.Int[0, 3], Action.Array[1, 2], Gen.Int[0, 3], Resource.Array[1, 2], Gen.Int[0, 7])
        .Select((effect, notAction, actions, notResource, resources, conditions) =>
        {
            var statement = new JsonObject
            {
                ["Effect"] = effect,
                [notAction == 0 ? "NotAction" : "Action"] = Array(actions),
                [notResource == 0 ? "NotResource" : "Resource"] = Array(resources),
            };
            var keys = Keys.Where((_, index) => (conditions & (1 << index)) != 0 && conditions < 4).ToList();
            if (keys.Count > 0)
            {
                statement["Condition"] = new JsonObject
                {
                    ["Bool"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)"true"))),
                };
            }
            return statement;
        });

    private static JsonArray Array(string[] values) => new([.. values.Select(value => (JsonNode?)value)]);
}
