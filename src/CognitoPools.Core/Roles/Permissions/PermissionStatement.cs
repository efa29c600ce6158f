using System.Text.Json;

namespace CognitoPools.Roles.Permissions;

/// <summary>The meaning of one statement of a permissions policy. IAM has already accepted the policy, so only what
/// cannot be understood is refused.</summary>
internal sealed class PermissionStatement
{
    private const string VersionWithVariables = "2012-10-17";
    private const string Opening = "${";

    public PermissionStatement(JsonElement element, int number, string policy, bool variables)
    {
        var label = FormattableString.Invariant($"statement {number}");
        (Policy, Number, Element) = (policy, number, element);
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{label} is {PolicyJson.Kind(element)}, not an object.");
        var takesLiterally = !variables && element.GetRawText().Contains(Opening);
        Source = (Text(element, "Sid") is { Length: > 0 } sid ? $"{policy}, statement '{sid}'" : $"{policy}, {label}")
            + (takesLiterally ? $" (plain text, not variables: no Version {VersionWithVariables})" : "");
        Allows = Text(element, "Effect") switch
        {
            "Allow" => true,
            "Deny" => false,
            _ => throw new FormatException($"{label} does not have the Effect 'Allow' or 'Deny'."),
        };
        Actions = Scope(
            element, "Action", label, action => new(action, wildcards: true, variables: false), ignoreCase: true);
        Resources = Scope(
            element, "Resource", label, resource => new(Current(resource, variables), wildcards: true, variables: true),
            ignoreCase: false);
        Tests = element.TryGetProperty("Condition", out var condition)
            ? ReadConditions(condition, label, variables)
            : [];
        Conditions = [.. Tests.Select(test => test.ToString())];
    }

    /// <summary>True for Allow, false for Deny.</summary>
    public bool Allows { get; }

    public StatementScope Actions { get; }

    public StatementScope Resources { get; }

    /// <summary>The conditions, all of which must be met.</summary>
    public IReadOnlyList<TrustCondition> Tests { get; }

    /// <summary>The conditions as text.</summary>
    public IReadOnlyList<string> Conditions { get; }

    /// <summary>The name of the policy in messages, such as <c>inline policy shop-access</c>.</summary>
    public string Policy { get; }

    /// <summary>The statement's place in the policy, from 1.</summary>
    public int Number { get; }

    /// <summary>The statement as it is in the policy.</summary>
    public JsonElement Element { get; }

    /// <summary>The names of the policy and the statement in messages.</summary>
    public string Source { get; }

    /// <summary>The statements of a policy.</summary>
    /// <param name="policy">The name of the policy in messages, such as <c>inline policy shop-access</c>.</param>
    /// <param name="document">Its document.</param>
    /// <exception cref="FormatException">It cannot be understood.</exception>
    public static IReadOnlyList<PermissionStatement> Parse(string policy, string document)
    {
        var root = PolicyJson.ParseObject(document);
        // Policies of the older version, which is the default, have no variables.
        var variables = Text(root, "Version") == VersionWithVariables;
        return [.. PolicyJson.Statements(root)
            .Select((statement, index) => new PermissionStatement(statement, index + 1, policy, variables))];
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // The older version reads "${" as plain text. In the current version, which is used to compare and to show values,
    // this is written "${$}{".
    private static string Current(string value, bool variables) => variables ? value : value.Replace(Opening, "${$}{");

    private static StatementScope Scope(
        JsonElement statement, string name, string label, Func<string, PolicyPattern> read, bool ignoreCase)
    {
        var notName = $"Not{name}";
        var (has, hasNot) = (statement.TryGetProperty(name, out var named), statement.TryGetProperty(notName, out var others));
        if (has == hasNot)
            throw new FormatException($"{label} has {(has ? "both" : "neither")} '{name}' {(has ? "and" : "nor")} '{notName}'.");
        var patterns = PolicyJson.Strings(has ? named : others, $"{label}: '{(has ? name : notName)}'");
        return new([.. patterns.Select(read)], hasNot, ignoreCase);
    }

    private static IReadOnlyList<TrustCondition> ReadConditions(JsonElement condition, string label, bool variables)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"{label} has {PolicyJson.Kind(condition)} as Condition; it must be an object of operators.");
        }
        var tests = new List<TrustCondition>();
        foreach (var operation in condition.EnumerateObject())
        {
            if (operation.Value.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException(
                    $"{label} has {PolicyJson.Kind(operation.Value)} for the operator '{operation.Name}'; it must be an object of "
                        + "condition keys.");
            }
            tests.AddRange(operation.Value.EnumerateObject().Select(key =>
            {
                var values = PolicyJson.Strings(key.Value, $"{label}: the values of '{key.Name}'", scalars: true);
                return new TrustCondition(
                    operation.Name, key.Name, [.. values.Select(value => Current(value, variables))]);
            }));
        }
        return tests;
    }
}
