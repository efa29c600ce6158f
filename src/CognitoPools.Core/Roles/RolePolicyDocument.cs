using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoPools.Roles;

/// <summary>A permissions policy (what a role is allowed to do) that follows IAM's grammar.</summary>
public sealed class RolePolicyDocument
{
    /// <summary>The maximum number of characters of all inline policies of a role together, without white
    /// space.</summary>
    public const int MaximumLength = 10240;

    private static readonly string[] DocumentElements = ["Version", "Id", "Statement"];
    private static readonly string[] StatementElements =
    [
        "Sid",
        "Effect",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    ];
    private static readonly Regex SidForm = new(@"\A[A-Za-z0-9]*\z", RegexOptions.CultureInvariant);
    private static readonly Regex ActionForm = new(@"\A(?:\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)\z", RegexOptions.CultureInvariant);

    private readonly JsonElement root;

    private RolePolicyDocument(JsonElement root) => this.root = root;

    /// <summary>Reads and checks a policy.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="FormatException">It is not JSON, breaks IAM's grammar, is not a permissions policy of a role,
    /// or is too long. The message explains what is wrong and where.</exception>
    public static RolePolicyDocument Parse(string json)
    {
        var root = PolicyJson.ParseObject(json);
        CheckElements(root, DocumentElements, "the document");
        if (root.TryGetProperty("Version", out var version)
            && Text(version, "'Version'") is var given and not ("2012-10-17" or "2008-10-17"))
        {
            throw new FormatException($"the Version is '{given}'; it must be '2012-10-17' (or the outdated '2008-10-17').");
        }
        var sids = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var statement in PolicyJson.Statements(root))
            CheckStatement(statement, ++number, sids);
        var length = CountedLength(json);
        if (length > MaximumLength)
        {
            throw new FormatException(string.Format(
                CultureInfo.InvariantCulture,
                "the document has {0} characters without white space; the maximum is {1} for all inline policies of a role together.",
                length,
                MaximumLength));
        }
        return new(root);
    }

    /// <summary>The characters that count towards IAM's limits: all but white space.</summary>
    /// <param name="json">A policy's text.</param>
    public static int CountedLength(string json) => json.Count(character => !char.IsWhiteSpace(character));

    /// <summary>The policy as JSON, everything kept.</summary>
    /// <param name="indented">On several lines.</param>
    public string ToJson(bool indented = true) => PolicyJson.Write(root, indented);

    private static void CheckStatement(JsonElement statement, int number, Dictionary<string, int> sids)
    {
        var label = FormattableString.Invariant($"statement {number}");
        if (statement.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{label} is {PolicyJson.Kind(statement)}, not an object.");
        foreach (var name in new[] { "Principal", "NotPrincipal" })
        {
            if (statement.TryGetProperty(name, out _))
            {
                throw new FormatException(
                    $"{label} has the element '{name}', which belongs in a trust policy. In a permissions policy, the role itself "
                        + "is the principal.");
            }
        }
        CheckElements(statement, StatementElements, label);
        if (statement.TryGetProperty("Sid", out var sid))
            CheckSid(Text(sid, $"{label}: 'Sid'"), number, sids);
        if (!statement.TryGetProperty("Effect", out var effect))
            throw new FormatException($"{label} does not have the element 'Effect'.");
        if (Text(effect, $"{label}: 'Effect'") is var value and not ("Allow" or "Deny"))
            throw new FormatException($"{label} has the Effect '{value}'; it must be exactly 'Allow' or 'Deny'.");
        foreach (var action in OneOf(statement, "Action", label))
        {
            if (!ActionForm.IsMatch(action))
            {
                throw new FormatException(
                    $"{label} has the action '{action}'; an action must be 'service:Operation', for example 's3:GetObject', or '*'.");
            }
        }
        foreach (var resource in OneOf(statement, "Resource", label))
        {
            if (resource != "*" && !resource.StartsWith("arn:", StringComparison.Ordinal))
                throw new FormatException($"{label} has the resource '{resource}'; a resource must be an ARN or '*'.");
        }
        if (statement.TryGetProperty("Condition", out var condition))
            CheckCondition(condition, label);
    }

    private static void CheckSid(string sid, int number, Dictionary<string, int> sids)
    {
        if (!SidForm.IsMatch(sid))
        {
            throw new FormatException(FormattableString.Invariant(
                $"statement {number} has the Sid '{sid}'; a Sid can contain only ASCII letters and digits."));
        }
        if (sid.Length == 0)
            return;
        if (sids.TryGetValue(sid, out var first))
        {
            throw new FormatException(FormattableString.Invariant(
                $"statements {first} and {number} have the same Sid '{sid}'; a Sid must be unique."));
        }
        sids.Add(sid, number);
    }

    private static void CheckCondition(JsonElement condition, string label)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"{label} has {PolicyJson.Kind(condition)} as Condition; it must be an object of operators.");
        }
        foreach (var operation in condition.EnumerateObject())
        {
            if (ConditionOperator.Parse(operation.Name).Kind == ConditionOperatorKind.Unknown)
            {
                var meant = ConditionOperator.Suggest(operation.Name);
                throw new FormatException(
                    $"{label} has the condition operator '{operation.Name}', which is not valid in "
                        + $"IAM{(meant is null ? "." : $". Did you mean '{meant}'?")}");
            }
            if (operation.Value.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException(
                    $"{label} has {PolicyJson.Kind(operation.Value)} for the operator '{operation.Name}'; it must be an object of "
                        + "condition keys.");
            }
            foreach (var key in operation.Value.EnumerateObject())
                PolicyJson.Strings(key.Value, $"{label}: the values of '{key.Name}'", scalars: true);
        }
    }

    private static void CheckElements(JsonElement element, string[] known, string label)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (known.Contains(property.Name, StringComparer.Ordinal))
                continue;
            var meant = NearestMatch.Find(property.Name, known, 3);
            throw new FormatException(
                $"{label} has the element '{property.Name}', which is not valid in IAM{(meant is null ? "." : $". Did you mean '{meant}'?")}");
        }
    }

    private static IReadOnlyList<string> OneOf(JsonElement statement, string name, string label)
    {
        var notName = "Not" + name;
        var (has, hasNot) = (statement.TryGetProperty(name, out var value), statement.TryGetProperty(notName, out var excluded));
        if (has == hasNot)
        {
            throw new FormatException(has
                ? $"{label} has both '{name}' and '{notName}'."
                : $"{label} does not have the element '{name}'.");
        }
        var values = PolicyJson.Strings(has ? value : excluded, $"{label}: '{(has ? name : notName)}'");
        return values.Count > 0 ? values : throw new FormatException($"{label} has an empty '{(has ? name : notName)}'.");
    }

    private static string Text(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.String
            ? element.GetString()!
            : throw new FormatException($"{what} must be a string; got {PolicyJson.Kind(element)}.");
}
