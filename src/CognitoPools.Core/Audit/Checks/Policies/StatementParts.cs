using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Removes parts of a policy statement.</summary>
internal static class StatementParts
{
    /// <summary>The policy without the parts; null if no statement would be left.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="number">The number of the statement, from 1.</param>
    /// <param name="parts">The parts to remove.</param>
    public static string? Without(string document, int number, IReadOnlyList<GrantedPart> parts)
    {
        var policy = PolicyJson.ParseObject(document);
        var left = PolicyJson.Statements(policy)
            .SelectMany((statement, index) => index + 1 == number ? Rest(statement, parts) : [Copy(statement)])
            .ToArray<JsonNode?>();
        if (left.Length == 0)
            return null;
        var changed = Copy(policy);
        changed["Statement"] = new JsonArray(left);
        return PolicyJson.Write(writer => changed.WriteTo(writer), indented: false);
    }

    // One statement for the actions that keep the same resources.
    private static IEnumerable<JsonObject> Rest(JsonElement statement, IReadOnlyList<GrantedPart> parts)
    {
        if (!statement.TryGetProperty("Action", out var named) || !statement.TryGetProperty("Resource", out var on))
            yield break;
        var resources = PolicyJson.Strings(on, "Resource");
        var kept = PolicyJson.Strings(named, "Action")
            .Select(action => (
                Action: action, Resources: resources.Where(resource => !parts.Any(part => IsOf(part, action, resource))).ToList()))
            .Where(rest => rest.Resources.Count > 0)
            .GroupBy(rest => string.Join("\n", rest.Resources), StringComparer.Ordinal);
        var isFirst = true;
        foreach (var group in kept)
        {
            var copy = Copy(statement);
            copy["Action"] = RolePolicyBuilder.OneOrMore([.. group.Select(rest => rest.Action)]);
            copy["Resource"] = RolePolicyBuilder.OneOrMore(group.First().Resources);
            // A Sid must be unique in a policy.
            if (!isFirst)
                copy.Remove("Sid");
            isFirst = false;
            yield return copy;
        }
    }

    // A policy of the older version has no variables, but its parts are written in the current language.
    private static bool IsOf(GrantedPart part, string action, string resource) =>
        part.Action == action && (part.Resource == resource || part.Resource == resource.Replace("${", "${$}{"));

    private static JsonObject Copy(JsonElement element) => JsonNode.Parse(PolicyJson.Write(element, indented: false))!.AsObject();
}
