using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CognitoPools.Tests.Roles;

/// <summary>
/// A second evaluator of trust policies, written from IAM's documentation and not from the module, so that a mistake of
/// the module does not judge itself. It knows the whole context of a request and therefore decides everything.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html</remarks>
internal static class IamJudge
{
    /// <summary>An explicit Deny wins, an Allow is needed, everything else is denied.</summary>
    public static bool Allows(string policy, IamRequest request)
    {
        var root = JsonNode.Parse(policy)!.AsObject();
        var variables = (string?)root["Version"] == "2012-10-17";
        var matching = Items(root["Statement"]).Select(node => node!.AsObject())
            .Where(statement => Matches(statement, request, variables))
            .Select(statement => (string)statement["Effect"]!)
            .ToList();
        return !matching.Contains("Deny") && matching.Contains("Allow");
    }

    public static bool Matches(JsonObject statement, IamRequest request, bool variables) =>
        (statement["Principal"] is { } principal
            ? NamesPrincipal(principal, request)
            : !NamesPrincipal(statement["NotPrincipal"]!, request))
        && (statement["Action"] is { } action ? NamesAction(action, request) : !NamesAction(statement["NotAction"]!, request))
        && (statement["Condition"]?.AsObject() ?? []).All(operation => operation.Value!.AsObject()
            .All(key => Holds(operation.Key, Context(request, key.Key), Texts(key.Value), request, variables)));

    private static bool NamesPrincipal(JsonNode principal, IamRequest request) => principal is JsonObject kinds
        ? kinds.Any(kind => Texts(kind.Value).Any(value =>
            (kind.Key == request.PrincipalType && (value == request.Principal || value == "*"))
            || (kind.Key == "AWS" && value == "*")))
        : (string?)principal == "*";

    private static bool NamesAction(JsonNode action, IamRequest request) =>
        Texts(action).Any(pattern => Wild(pattern, ignoreCase: true).IsMatch(request.Action));

    private static string[] Context(IamRequest request, string key) =>
        request.Context.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value ?? [];

    private static bool Holds(string operation, string[] actual, string[] wanted, IamRequest request, bool variables)
    {
        var name = operation.ToUpperInvariant();
        var set = name.StartsWith("FORANYVALUE:", StringComparison.Ordinal) ? "ANY"
            : name.StartsWith("FORALLVALUES:", StringComparison.Ordinal) ? "ALL" : "";
        name = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (name == "NULL")
            return wanted.Any(value => value.Equals(actual.Length == 0 ? "true" : "false", StringComparison.OrdinalIgnoreCase));
        var ifExists = name.EndsWith("IFEXISTS", StringComparison.Ordinal);
        if (ifExists)
            name = name[..^"IFEXISTS".Length];
        var negated = name.Contains("NOT", StringComparison.Ordinal);
        if (Comparison(name.Replace("NOT", "", StringComparison.Ordinal), request, variables) is not { } fits)
            return false;
        if (actual.Length == 0)
            return ifExists || set == "ALL" || (negated && set == "");
        bool Fits(string value) => negated != wanted.Any(text => fits(value, text));
        return set == "ANY" ? actual.Any(Fits) : actual.All(Fits);
    }

    private static Func<string, string, bool>? Comparison(string name, IamRequest request, bool variables)
    {
        string? Filled(string text) => variables ? Fill(text, request) : text;
        return name switch
        {
            "STRINGEQUALS" => (value, text) => Filled(text) is { } filled && Literal(filled) == value,
            "STRINGEQUALSIGNORECASE" or "BOOL" => (value, text) =>
                Filled(text) is { } filled && Literal(filled).Equals(value, StringComparison.OrdinalIgnoreCase),
            "STRINGLIKE" => (value, text) => Filled(text) is { } filled && Wild(filled, ignoreCase: false).IsMatch(value),
            "IPADDRESS" => (value, text) =>
                IPNetwork.TryParse(text, out var network) && IPAddress.TryParse(value, out var address) && network.Contains(address),
            "DATELESSTHAN" => (value, text) => string.CompareOrdinal(value, text) < 0,
            "DATEGREATERTHAN" => (value, text) => string.CompareOrdinal(value, text) > 0,
            "NUMERICLESSTHAN" => (value, text) => int.Parse(value, CultureInfo.InvariantCulture) < int.Parse(text, CultureInfo.InvariantCulture),
            "ARNLIKE" => (value, text) => Wild(text, ignoreCase: false).IsMatch(value),
            _ => null,
        };
    }

    // A variable without a value matches nothing; ${*}, ${?} and ${$} stand for the characters.
    private static string? Fill(string text, IamRequest request)
    {
        var missing = false;
        var filled = Regex.Replace(text, @"\$\{([^}]*)\}", found =>
        {
            var name = found.Groups[1].Value;
            if (name is "*" or "?" or "$")
                return "\u0001" + name;
            var values = Context(request, name);
            missing |= values.Length != 1;
            return values.Length == 1 ? values[0] : "";
        });
        return missing ? null : filled;
    }

    private static string Literal(string text) => text.Replace("\u0001", "", StringComparison.Ordinal);

    private static Regex Wild(string pattern, bool ignoreCase)
    {
        var regex = Regex.Replace(Regex.Escape(pattern), @"\u0001(\\[*?$])|(\\\*)|(\\\?)", found =>
            found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Success ? ".*" : ".");
        var options = RegexOptions.Singleline | RegexOptions.CultureInvariant;
        return new Regex($@"\A{regex}\z", ignoreCase ? options | RegexOptions.IgnoreCase : options);
    }

    private static JsonNode?[] Items(JsonNode? node) => node is JsonArray array ? [.. array] : [node];

    private static string[] Texts(JsonNode? node) =>
        [.. Items(node).Select(item => item!.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? (string)item!
            : item.ToJsonString())];
}

/// <summary>A request with everything that IAM knows of it.</summary>
internal sealed record IamRequest(string PrincipalType, string Principal, string Action, IReadOnlyDictionary<string, string[]> Context);
