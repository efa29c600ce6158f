using System.Text.Json.Nodes;

namespace CognitoPools.Roles;

/// <summary>Adds to one statement of a trust policy and keeps everything else in it.</summary>
internal sealed class TrustStatementEdit
{
    private readonly JsonObject statement;

    public TrustStatementEdit(TrustStatement statement) : this(statement.ToJson(indented: false))
    {
    }

    private TrustStatementEdit(string json) => statement = JsonNode.Parse(json)!.AsObject();

    /// <summary>The statement with an additional action.</summary>
    public TrustStatementEdit WithAction(string action)
    {
        var edit = Copy();
        edit.statement["Action"] = WithValue(edit.statement["Action"], action);
        return edit;
    }

    /// <summary>The statement with this action alone.</summary>
    public TrustStatementEdit WithOnlyAction(string action)
    {
        var edit = Copy();
        edit.statement["Action"] = action;
        return edit;
    }

    /// <summary>The statement with an additional value of a condition.</summary>
    public TrustStatementEdit WithCondition(string operation, string key, string value)
    {
        var edit = Copy();
        var conditions = ObjectIn(edit.statement, "Condition");
        var keys = ObjectIn(conditions, operation);
        var known = keys.Select(entry => entry.Key)
            .FirstOrDefault(name => string.Equals(name, key, StringComparison.OrdinalIgnoreCase))
            ?? key;
        keys[known] = WithValue(keys[known], value);
        return edit;
    }

    /// <summary>The statement without its conditions on a key, whatever their operators.</summary>
    public TrustStatementEdit WithoutConditionsOn(string key)
    {
        var edit = Copy();
        if (edit.statement["Condition"] is not JsonObject conditions)
            return edit;
        foreach (var operation in conditions.Select(entry => entry.Key).ToList())
        {
            var keys = conditions[operation]!.AsObject();
            foreach (var known in keys.Select(entry => entry.Key).ToList())
            {
                if (string.Equals(known, key, StringComparison.OrdinalIgnoreCase))
                    keys.Remove(known);
            }
            if (keys.Count == 0)
                conditions.Remove(operation);
        }
        if (conditions.Count == 0)
            edit.statement.Remove("Condition");
        return edit;
    }

    /// <summary>The statement with these values of a key instead of all its conditions on it.</summary>
    public TrustStatementEdit WithOnlyCondition(string operation, string key, IEnumerable<string> values) =>
        values.Aggregate(WithoutConditionsOn(key), (edit, value) => edit.WithCondition(operation, key, value));

    /// <summary>The statement for these principals alone.</summary>
    public TrustStatementEdit WithOnlyPrincipals(IEnumerable<TrustPrincipal> principals)
    {
        var edit = Copy();
        var named = new JsonObject();
        foreach (var principal in principals)
            named[principal.Type] = WithValue(named[principal.Type], principal.Value);
        edit.statement["Principal"] = named;
        return edit;
    }

    public string ToJson() => statement.ToJsonString();

    private TrustStatementEdit Copy() => new(statement.ToJsonString());

    private static JsonObject ObjectIn(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject there)
            return there;
        var made = new JsonObject();
        parent[name] = made;
        return made;
    }

    private static JsonNode WithValue(JsonNode? there, string value) => there switch
    {
        null => JsonValue.Create(value)!,
        JsonArray values => new JsonArray([.. values.Select(item => item!.DeepClone()), JsonValue.Create(value)]),
        _ => new JsonArray(there.DeepClone(), JsonValue.Create(value)),
    };
}
