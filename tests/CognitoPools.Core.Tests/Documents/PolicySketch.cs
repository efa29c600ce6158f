using System.Text.Json.Nodes;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>A policy that can be written in many ways that mean the same.</summary>
internal sealed record PolicySketch(IReadOnlyList<StatementSketch> Statements)
{
    /// <summary>One way of writing it; each seed gives another.</summary>
    public string Write(Random random)
    {
        var statements = Shuffled(random, Statements).Select(statement => (JsonNode)statement.Write(random)).ToArray();
        var members = new List<(string, JsonNode)>
        {
            ("Version", "2012-10-17"),
            ("Statement", statements.Length == 1 && Coin(random) ? statements[0] : new JsonArray(statements)),
        };
        return Object(random, members).ToJsonString();
    }

    public static JsonObject Object(Random random, IEnumerable<(string Name, JsonNode Value)> members) =>
        new(Shuffled(random, members).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));

    public static JsonNode List(Random random, IEnumerable<JsonNode> values)
    {
        var items = Shuffled(random, values).ToArray();
        return items.Length == 1 && Coin(random) ? items[0] : new JsonArray(items);
    }

    public static bool Coin(Random random) => random.Next(2) == 0;

    public static IEnumerable<T> Shuffled<T>(Random random, IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }
}

/// <summary>A statement of such a policy.</summary>
internal sealed record StatementSketch
{
    public string Effect { get; init; } = "Allow";

    public IReadOnlyList<string> Actions { get; init; } = [];

    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The numbers of accounts.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Condition { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public JsonObject Write(Random random)
    {
        var members = new List<(string, JsonNode)>
        {
            ("Effect", Effect),
            ("Action", PolicySketch.List(random, Actions.Select(action =>
                (JsonNode)(PolicySketch.Coin(random) ? action : action.ToUpperInvariant())))),
        };
        if (Resources.Count > 0)
            members.Add(("Resource", PolicySketch.List(random, Resources.Select(resource => (JsonNode)resource))));
        if (Accounts.Count > 0)
        {
            members.Add(("Principal", new JsonObject
            {
                ["AWS"] = PolicySketch.List(random, Accounts.Select(account =>
                    (JsonNode)(PolicySketch.Coin(random) ? account : $"arn:aws:iam::{account}:root"))),
            }));
        }
        if (Condition.Count > 0)
        {
            members.Add(("Condition", new JsonObject
            {
                ["StringEquals"] = PolicySketch.Object(random, Condition.Select(key =>
                    (PolicySketch.Coin(random) ? key.Key : key.Key.ToUpperInvariant(),
                        PolicySketch.List(random, key.Value.Select(value => Value(random, value)))))),
            }));
        }
        if (PolicySketch.Coin(random))
            members.Add(("Sid", $"s{random.Next(1000)}"));
        return PolicySketch.Object(random, members);
    }

    private static JsonNode Value(Random random, string value) =>
        value == "true" && PolicySketch.Coin(random) ? JsonValue.Create(true)
        : value == "7" && PolicySketch.Coin(random) ? JsonValue.Create(7)
        : value;
}
