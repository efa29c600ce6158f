using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Tests.Roles.Permissions;

/// <summary>Decides single requests by IAM's evaluation logic, straight from the policies' JSON.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html</remarks>
internal static class PermissionJudge
{
    public const string Variable = "${cognito-identity.amazonaws.com:sub}";

    private static readonly ConcurrentDictionary<(string, bool, string), Regex> Known = new();

    public static bool Allows(PermissionCase given, string action, string resource)
    {
        var (role, boundary) = (Statements(given.Policies), Statements(given.Boundary is null ? [] : [given.Boundary]));
        if (role.Concat(boundary).Any(statement => Is(statement, "Deny") && Concerns(given, statement, action, resource)))
            return false;
        return role.Any(statement => Is(statement, "Allow") && Concerns(given, statement, action, resource))
            && (given.Boundary is null
                || boundary.Any(statement => Is(statement, "Allow") && Concerns(given, statement, action, resource)))
            && (!given.HasCeiling || GuestCeiling.Patterns.Any(pattern => Fits(given, pattern, action, ignoreCase: true)));
    }

    /// <summary>Whether a row says that a request is allowed.</summary>
    public static bool Says(PermissionCase given, PoolPermission row, string action, string resource) =>
        Fits(given, row.Action, action, ignoreCase: true)
        && !row.NotAction.Any(pattern => Fits(given, pattern, action, ignoreCase: true))
        && Fits(given, row.Resource, resource, ignoreCase: false)
        && !row.NotResource.Any(pattern => Fits(given, pattern, resource, ignoreCase: false))
        && IsMet(given, row.Condition)
        && row.Within.All(part => IsPart(given, part, action, resource))
        && !row.Except.Any(part => IsPart(given, part, action, resource));

    public static bool Fits(PermissionCase given, string pattern, string text, bool ignoreCase) =>
        Known.GetOrAdd((pattern, ignoreCase, given.Subject), key =>
        {
            var parts = key.Item1.Split(Variable).Select(part => Regex.Escape(part)
                .Replace("\\*", ".*", StringComparison.Ordinal)
                .Replace("\\?", ".", StringComparison.Ordinal));
            return new Regex(
                $@"\A{string.Join(Regex.Escape(key.Item3), parts)}\z",
                key.Item2 ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.None);
        }).IsMatch(text);

    private static bool IsPart(PermissionCase given, PoolPermissionPart part, string action, string resource) =>
        part.Action.Any(pattern => Fits(given, pattern, action, ignoreCase: true))
        && !part.NotAction.Any(pattern => Fits(given, pattern, action, ignoreCase: true))
        && part.Resource.Any(pattern => Fits(given, pattern, resource, ignoreCase: false))
        && !part.NotResource.Any(pattern => Fits(given, pattern, resource, ignoreCase: false))
        && IsMet(given, part.Condition);

    // The conditions of the cases are 'Bool aws:key', which hold when the case says so.
    private static bool IsMet(PermissionCase given, string? condition) =>
        PermissionGen.Keys.All(key =>
            condition?.Contains(key, StringComparison.Ordinal) != true || given.True.Contains(key, StringComparer.Ordinal));

    private static List<JsonObject> Statements(IEnumerable<string> documents) =>
        [.. documents.SelectMany(document => JsonNode.Parse(document)!["Statement"]!.AsArray()).Select(node => node!.AsObject())];

    private static bool Is(JsonObject statement, string effect) => (string?)statement["Effect"] == effect;

    private static bool Concerns(PermissionCase given, JsonObject statement, string action, string resource) =>
        Concerns(given, statement, "Action", action, ignoreCase: true)
        && Concerns(given, statement, "Resource", resource, ignoreCase: false)
        && (statement["Condition"] is null
            || statement["Condition"]!["Bool"]!.AsObject().All(pair => given.True.Contains(pair.Key, StringComparer.Ordinal)));

    private static bool Concerns(PermissionCase given, JsonObject statement, string element, string value, bool ignoreCase) =>
        statement[element] is JsonArray named
            ? named.Any(pattern => Fits(given, (string)pattern!, value, ignoreCase))
            : !statement[$"Not{element}"]!.AsArray().Any(pattern => Fits(given, (string)pattern!, value, ignoreCase));
}
