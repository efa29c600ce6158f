using System.Text.Json.Nodes;

namespace CognitoPools.Roles;

/// <summary>Combines templates, access to resources and documents into a permissions policy.</summary>
public sealed class RolePolicyBuilder
{
    private readonly List<JsonObject> statements = [];

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => statements.Count == 0;

    /// <summary>Adds a template.</summary>
    /// <param name="template">The template.</param>
    public RolePolicyBuilder Add(RolePolicyTemplate template) => Add(template.ToStatement());

    /// <summary>Adds the statements of a document.</summary>
    /// <param name="json">A permissions policy.</param>
    /// <exception cref="FormatException">It is not a valid policy; the message explains what is wrong.</exception>
    public RolePolicyBuilder Add(string json)
    {
        var document = JsonNode.Parse(RolePolicyDocument.Parse(json).ToJson(indented: false))!.AsObject();
        var found = document["Statement"] is JsonArray array ? array.Select(node => node!.AsObject()) : [
            document["Statement"]!.AsObject(),
        ];
        foreach (var statement in found)
            Add(statement.DeepClone().AsObject());
        return this;
    }

    /// <summary>Adds access to resources, of which each user gets a part.</summary>
    /// <param name="access">The access.</param>
    /// <param name="readOnly">Whether users can only read.</param>
    public RolePolicyBuilder Add(ResourceAccess access, bool readOnly)
    {
        foreach (var statement in access.Statements(readOnly))
            Add(statement);
        return this;
    }

    /// <summary>Restricts every Allow that was added so far to sessions with these principal tags.</summary>
    /// <param name="tags">Tag keys with the values of which one must match.</param>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/using-attributes-for-access-control-policy-example.html</remarks>
    public RolePolicyBuilder RequireTags(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> tags)
    {
        foreach (var tag in tags)
        {
            foreach (var statement in statements.Where(statement => (string?)statement["Effect"] == "Allow"))
            {
                if (statement["Condition"] is not JsonObject conditions)
                    statement["Condition"] = conditions = [];
                if (conditions["StringEquals"] is not JsonObject keys)
                    conditions["StringEquals"] = keys = [];
                keys[$"aws:PrincipalTag/{tag.Key}"] = OneOrMore(tag.Value);
            }
        }
        return this;
    }

    /// <summary>The policy as JSON.</summary>
    /// <param name="indented">On several lines. White space does not count towards IAM's limit.</param>
    /// <exception cref="FormatException">It breaks a rule of IAM, such as the size limit; the message explains
    /// which.</exception>
    public string ToJson(bool indented = true)
    {
        var document = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. statements.Select(statement => statement.DeepClone())]),
        };
        return RolePolicyDocument.Parse(document.ToJsonString()).ToJson(indented);
    }

    internal static JsonObject Statement(string effect, IReadOnlyList<string> actions, IReadOnlyList<string> resources) => new()
    {
        ["Effect"] = effect,
        ["Action"] = OneOrMore(actions),
        ["Resource"] = OneOrMore(resources),
    };

    internal static JsonNode OneOrMore(IReadOnlyList<string> values) =>
        values.Count == 1 ? JsonValue.Create(values[0])! : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);

    private RolePolicyBuilder Add(JsonObject statement)
    {
        statements.Add(statement);
        return this;
    }
}
