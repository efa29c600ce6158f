using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoPools.Roles;

/// <summary>A statement of a policy, split into parts with their values: the effect, the actions, one type of
/// principals, one key of a condition.</summary>
internal sealed class PolicyStatement
{
    private const string Effect = nameof(Effect);
    private const string Sid = nameof(Sid);

    private static readonly Regex AccountRoot = new(@"\Aarn:[^:]+:iam::(?<account>[^:]+):root\z", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, List<PolicyValue>> parts = new(StringComparer.Ordinal);
    private readonly string? name;

    private PolicyStatement(JsonElement statement, string path)
    {
        Path = path;
        Text = PolicyJson.Write(statement, indented: false);
        if (statement.ValueKind != JsonValueKind.Object)
        {
            Add(path, path, statement, value => value);
        }
        else
        {
            name = statement.TryGetProperty(Sid, out var sid) && sid.ValueKind == JsonValueKind.String ? sid.GetString() : null;
            foreach (var member in statement.EnumerateObject().Where(member => member.Name != Sid))
                AddMember(member);
        }
        Meaning = string.Join("\u0001", parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(MeaningOf));
    }

    /// <summary>The statement's place in its policy.</summary>
    public string Path { get; }

    /// <summary>The statement as JSON.</summary>
    public string Text { get; }

    /// <summary>A text that is equal for all statements with the same meaning.</summary>
    public string Meaning { get; }

    /// <summary>The statements of a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<PolicyStatement> All(JsonElement policy) =>
    [
        .. PolicyJson.Statements(policy).Select(
            (statement, index) => new PolicyStatement(statement, JsonPath.Item("Statement", index))),
    ];

    /// <summary>Whether both statements have the same name.</summary>
    public bool HasNameOf(PolicyStatement other) => !string.IsNullOrEmpty(name) && name == other.name;

    /// <summary>Whether both statements have an equal part other than the effect.</summary>
    public bool SharesPartWith(PolicyStatement other) => parts.Any(part => part.Key != Effect
        && other.parts.TryGetValue(part.Key, out var values) && MeaningOf(part) == MeaningOf(new(part.Key, values)));

    /// <summary>The places where the other statement differs.</summary>
    /// <param name="other">The actual statement.</param>
    public IEnumerable<PolicyDifference> Compare(PolicyStatement other) =>
        parts.Keys.Concat(other.parts.Keys).Distinct(StringComparer.Ordinal).SelectMany(part => Compare(Values(part), other.Values(part)));

    private static IEnumerable<PolicyDifference> Compare(List<PolicyValue> expected, List<PolicyValue> actual)
    {
        var missing = Without(expected, actual);
        var extra = Without(actual, expected);
        for (var index = 0; index < Math.Max(missing.Count, extra.Count); index++)
        {
            var (one, other) = (index < missing.Count ? missing[index] : null, index < extra.Count ? extra[index] : null);
            yield return new PolicyDifference((one ?? other)!.Path, one?.Text, other?.Text);
        }
    }

    private static List<PolicyValue> Without(List<PolicyValue> values, List<PolicyValue> others)
    {
        var seen = new HashSet<string>(others.Select(value => value.Meaning), StringComparer.Ordinal);
        return [.. values.Where(value => seen.Add(value.Meaning))];
    }

    private static string MeaningOf(KeyValuePair<string, List<PolicyValue>> part) => string.Join(
        "\u0002",
        part.Value.Select(value => value.Meaning).Distinct(StringComparer.Ordinal)
            .OrderBy(meaning => meaning, StringComparer.Ordinal).Prepend(part.Key));

    private List<PolicyValue> Values(string part) => parts.TryGetValue(part, out var values) ? values : [];

    private void AddMember(JsonProperty member)
    {
        var path = $"{Path}.{member.Name}";
        switch (member.Name)
        {
            case "Action" or "NotAction":
                Add(member.Name, path, member.Value, action => action.ToLowerInvariant());
                break;
            case "Principal" or "NotPrincipal" when member.Value.ValueKind == JsonValueKind.Object:
                foreach (var kind in member.Value.EnumerateObject())
                    Add($"{member.Name}.{kind.Name}", $"{path}.{kind.Name}", kind.Value, kind.Name == "AWS" ? Account : Same);
                break;
            case "Condition" when member.Value.ValueKind == JsonValueKind.Object:
                foreach (var test in member.Value.EnumerateObject())
                    AddTest(test, path);
                break;
            default:
                Add(member.Name, path, member.Value, Same);
                break;
        }
    }

    private void AddTest(JsonProperty test, string path)
    {
        var place = JsonPath.Member(path, test.Name);
        if (test.Value.ValueKind != JsonValueKind.Object)
        {
            Add(test.Name, place, test.Value, Same);
            return;
        }
        // IAM ignores the case of the keys.
        foreach (var key in test.Value.EnumerateObject())
            Add($"Condition.{test.Name}.{key.Name.ToLowerInvariant()}", JsonPath.Member(place, key.Name), key.Value, Same);
    }

    private void Add(string part, string path, JsonElement value, Func<string, string> meaning)
    {
        if (!parts.TryGetValue(part, out var values))
            parts[part] = values = [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            values.Add(Value(value, path, meaning));
            return;
        }
        values.AddRange(value.EnumerateArray().Select(
            (item, index) => Value(item, JsonPath.Item(path, index), meaning)));
    }

    // Numbers and booleans count as their text, because IAM accepts either.
    private static PolicyValue Value(JsonElement value, string path, Func<string, string> meaning)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : PolicyJson.Write(value, indented: false);
        return new PolicyValue(path, text, meaning(text));
    }

    private static string Same(string text) => text;

    // IAM reads the number of an account as its root.
    private static string Account(string principal) =>
        AccountRoot.Match(principal) is { Success: true } root ? root.Groups["account"].Value : principal;

    /// <summary>A value of a part.</summary>
    private sealed record PolicyValue(string Path, string Text, string Meaning);
}
