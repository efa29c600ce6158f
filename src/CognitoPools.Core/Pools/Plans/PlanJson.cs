using System.Text.Json.Nodes;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Writes a plan as JSON: its steps for the reader, and their source for another run. Null and empty values are
/// omitted, and text of several lines is a list of lines, so that the difference between two files is small.</summary>
internal static class PlanJson
{
    public static string Write(PoolPlan plan, bool indented) => PolicyJson.Write(writer => Plan(plan).WriteTo(writer), indented);

    private static JsonObject Plan(PoolPlan plan) => Members(
    [
        ("kind", PlanKeys.Kind),
        ("version", PlanKeys.Version),
        ("identityPool", plan.IdentityPool),
        ("region", plan.Region),
        ("account", plan.Source.AccountId),
        ("sandbox", plan.Source.IsSandbox ? true : null),
        ("warnings", List(plan.Warnings)),
        ("steps", List(plan.Steps.Select(Step)) ?? []),
        ("change", plan.Source is PlannedChange changed ? Change(changed.Change) : null),
        ("removal", plan.Source is PlannedRemoval removed ? Removal(removed) : null),
    ]);

    private static JsonObject Step(PlanStep step) => Members(
    [
        ("description", step.Description),
        ("operation", step.Operation),
        ("target", step.Target),
        ("canBeUndone", step.CanBeUndone),
        ("changes", List(step.Changes)),
        ("documents", List(step.Documents.Select(document => Members([("title", document.Title), ("text", Lines(document.Text))])))),
    ]);

    private static JsonObject Change(PoolChange change) => Members(
    [
        ("current", change.Current is null ? null : Pool(change.Current)),
        ("desired", Pool(change.Desired)),
        ("newRoles", List(change.NewRoles.Select(Role))),
        ("trustEdits", List(change.TrustEdits.Select(TrustEdit))),
        ("trustReplacements", List(change.TrustReplacements.Select(TrustReplacement))),
        ("roleEdits", List(change.RoleEdits.Select(RoleEdit))),
        ("removedRoles", List(change.RemovedRoles.Select(Facts))),
        ("namesakes", List(change.Namesakes)),
        ("secrets", List(PlanSecrets.SetBy(change))),
        ("warnings", List(change.Warnings)),
    ]);

    private static JsonObject Removal(PlannedRemoval removal) => Members(
    [
        ("kind", removal.Kind.ToString()),
        ("identityPoolId", removal.IdentityPoolId),
        ("pool", removal.Pool is null ? null : Pool(removal.Pool)),
        ("roles", List(removal.Roles.Select(Facts))),
    ]);

    private static JsonObject Pool(IdentityPool pool) => Members(
    [
        ("identityPoolId", pool.IdentityPoolId.Length == 0 ? null : pool.IdentityPoolId),
        ("region", pool.Region),
        ("arn", pool.Arn),
        .. IdentityPool.Settings.Select(setting => (PlanKeys.Of(setting.Name), Value(setting.Read(pool)))),
        ("providers", List(pool.Providers.Select(Provider))),
        ("tags", Table(pool.Tags)),
        ("staleRoleMappings", List(pool.StaleRoleMappings)),
        ("unreadable", List(pool.Unreadable.Select(part => Members(
            [("part", part.Part), ("permission", part.Permission), ("reason", part.Reason)])))),
    ]);

    private static JsonObject Provider(PoolIdentityProvider provider) => Members(
    [
        ("type", provider.Type.ToString()),
        ("name", provider.Name),
        .. PoolIdentityProvider.Settings.Select(setting => (
            PlanKeys.Of(setting.Name),
            Value(setting.Name == nameof(PoolIdentityProvider.ClientId) ? provider.ShownClientId : setting.Read(provider)))),
    ]);

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        Enum choice => choice.ToString(),
        IReadOnlyList<PoolRoleRule> rules => List(rules.Select(rule => Members(
            [("claim", rule.Claim), ("operator", rule.Operator.ToString()), ("value", rule.Value), ("role", rule.Role)]))),
        AttributeMapping { Mode: AttributeMappingMode.Inactive } => null,
        AttributeMapping { Mode: AttributeMappingMode.Default } mapping => mapping.Mode.ToString(),
        AttributeMapping mapping => Table(mapping.Tags) ?? [],
        _ => throw new NotSupportedException($"Settings of type {value.GetType().Name} have no JSON representation."),
    };

    private static JsonObject Role(NewRole role) => Members(
    [
        ("identityType", role.IdentityType.ToString()),
        ("key", role.Key),
        ("name", role.Name),
        ("path", role.RolePath),
        ("description", role.Description),
        ("maxSessionDuration", role.MaxSessionDuration),
        ("permissionsBoundary", role.PermissionsBoundary),
        ("tags", Table(role.Tags)),
        ("trustPolicy", Lines(role.TrustPolicy)),
        ("policies", List(role.Policies.Select(Write))),
    ]);

    private static JsonObject Write(RolePolicyWrite write) => Members(
        [("name", write.Name), ("before", Lines(write.Before)), ("document", Lines(write.Document))]);

    private static JsonObject TrustEdit(RoleTrustEdit edit) => Members(
    [
        ("role", Facts(edit.Role)),
        ("identityPoolId", edit.IdentityPoolId),
        ("region", edit.Region),
        ("users", List(edit.Users.Select(user => Members(
            [("identityType", user.IdentityType.ToString()), ("principalTags", user.PrincipalTags)])))),
    ]);

    private static JsonObject TrustReplacement(RoleTrustReplacement replacement) => Members(
    [
        ("roleName", replacement.RoleName),
        ("roleArn", replacement.RoleArn),
        ("before", Lines(replacement.Before)),
        ("after", Lines(replacement.After)),
    ]);

    private static JsonObject RoleEdit(RoleEdit edit) => Members(
    [
        ("roleName", edit.RoleName),
        ("roleArn", edit.RoleArn),
        ("writes", List(edit.Writes.Select(Write))),
        ("attach", List(edit.Attach)),
        ("detach", List(edit.Detach)),
        ("boundary", edit.Boundary is { } boundary ? Members([("before", boundary.Before), ("after", boundary.After)]) : null),
        ("details", edit.Details is { } details ? Members([("before", Details(details.Before)), ("after", Details(details.After))]) : null),
        ("tags", edit.Tags is { } tags
            ? Members([("before", Table(tags.Before)), ("set", Table(tags.Set)), ("remove", List(tags.Remove))])
            : null),
    ]);

    private static JsonObject Details(RoleDetails details) => Members(
        [("description", details.Description), ("maxSessionDuration", details.MaxSessionDuration)]);

    private static JsonObject Facts(PoolRoleFacts role) => Members(
    [
        ("arn", role.Arn),
        ("name", role.Name),
        ("path", role.Path),
        ("poolTag", role.PoolTag),
        ("description", role.Description),
        ("maxSessionDuration", role.MaxSessionDuration),
        ("permissionsBoundary", role.PermissionsBoundary),
        ("tags", Table(role.Tags)),
        ("trustPolicy", Lines(role.TrustDocument ?? role.Trust?.ToJson())),
        ("inlinePolicies", List(role.InlinePolicies)),
        ("attachedPolicies", List(role.AttachedPolicies)),
    ]);

    private static JsonNode? Lines(string? text) =>
        text is null ? null
        : text.IndexOf('\n') < 0 ? text
        : new JsonArray([.. text.Split('\n').Select(line => (JsonNode)line)]);

    private static JsonObject? Table(ReadableTable table) =>
        table.Count == 0 ? null : Members(table.Select(entry => (entry.Key, (JsonNode?)entry.Value)));

    private static JsonArray? List(IEnumerable<string> texts) => List(texts.Select(text => (JsonNode)text));

    private static JsonArray? List(IEnumerable<JsonNode> items)
    {
        JsonNode[] nodes = [.. items];
        return nodes.Length == 0 ? null : new JsonArray(nodes);
    }

    private static JsonObject Members(IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var written = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
                written[name] = value;
        }
        return written;
    }
}
