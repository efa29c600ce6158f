using System.Text.Json;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Plans;

/// <summary>Reads the changes and removals that <see cref="PlanJson"/> writes.</summary>
internal static class PlanChangeReader
{
    /// <summary>The change of a plan.</summary>
    public static PoolChange Change(DocumentElement element)
    {
        element.Allow(
            "a change", "current", "desired", "newRoles", "trustEdits", "trustReplacements", "roleEdits", "removedRoles", "namesakes", "secrets", "warnings");
        var current = element.Find("current") is { } there ? PlanPoolReader.Pool(there) : null;
        var desired = PlanPoolReader.Pool(element.Require("desired"));
        CheckPools(element, current, desired);
        return new PoolChange(current, WithSecrets(element.Find("secrets"), desired))
        {
            NewRoles = [.. List(element, "newRoles").Select(NewRole)],
            RemovedRoles = [.. List(element, "removedRoles").Select(Facts)],
            TrustEdits = [.. List(element, "trustEdits").Select(TrustEdit)],
            TrustReplacements = [.. List(element, "trustReplacements").Select(TrustReplacement)],
            RoleEdits = [.. List(element, "roleEdits").Select(RoleEdit)],
            Namesakes = [.. List(element, "namesakes").Select(id => id.Text())],
            Warnings = [.. List(element, "warnings").Select(warning => warning.Text())],
        };
    }

    /// <summary>The removal of a plan.</summary>
    public static PlannedRemoval Removal(DocumentElement element)
    {
        element.Allow("a removal", "kind", "identityPoolId", "pool", "roles");
        var kind = element.Require("kind").Choice<RemovalKind>();
        var id = element.Require("identityPoolId");
        if (!PoolIds.IsId(id.Text()))
            throw id.Error("the value must be the id of an identity pool.", "");
        var pool = kind == RemovalKind.Pool ? PlanPoolReader.Pool(element.Require("pool")) : null;
        if (pool is not null && pool.IdentityPoolId != id.Text())
            throw id.Error("the value is not the id of the pool.", "");
        PoolRoleFacts[] roles = [.. List(element, "roles").Select(Facts)];
        if (kind == RemovalKind.Role ? roles.Length != 1 : kind == RemovalKind.RolesOfDeletedPool && roles.Length == 0)
            throw element.Error($"a removal of kind {kind} must have {(kind == RemovalKind.Role ? "exactly one role" : "roles")}.", "");
        return new PlannedRemoval(kind, id.Text(), roles) { Pool = pool };
    }

    /// <summary>A text, which can be a list of its lines.</summary>
    public static string Lines(DocumentElement element) => element.Kind == JsonValueKind.Array
        ? string.Join("\n", element.Items().Select(line => line.Text()))
        : element.Text();

    /// <summary>The items of an optional list.</summary>
    public static IEnumerable<DocumentElement> List(DocumentElement element, string name) => element.Find(name)?.Items() ?? [];

    private static void CheckPools(DocumentElement element, IdentityPool? current, IdentityPool desired)
    {
        if (desired.IdentityPoolId != (current?.IdentityPoolId ?? ""))
            throw element.Require("desired").Error("the pool must be the same as 'current'.", "");
        if (current is not null && (current.IdentityPoolId.Length == 0 || current.Region != desired.Region))
            throw element.Require("current").Error("the value must contain the id and the Region of the pool.", "");
    }

    private static IdentityPool WithSecrets(DocumentElement? element, IdentityPool desired)
    {
        foreach (var name in element?.Items() ?? [])
        {
            if (!desired.Providers.Any(provider => provider.Name == name.Text() && PlanSecrets.HasSecret(provider)))
                throw name.Error($"'{ShownText.Value(name.Text())}' is not a provider of the desired pool with a consumer secret.", "");
            desired = desired with
            {
                Providers = [.. desired.Providers.Select(provider => provider.Name == name.Text() ? PlanSecrets.AsNew(provider) : provider)],
            };
        }
        return desired;
    }

    private static NewRole NewRole(DocumentElement element)
    {
        element.Allow(
            "a new role", "identityType", "key", "name", "path", "description", "maxSessionDuration", "permissionsBoundary", "tags",
            "trustPolicy", "policies");
        var identityType = element.Require("identityType").Choice<PoolIdentityType>();
        return new NewRole(identityType, element.Require("name").Text(), Lines(element.Require("trustPolicy")))
        {
            Key = element.Require("key").Text(),
            RolePath = element.Find("path")?.Text(),
            Description = element.Require("description").Text(),
            MaxSessionDuration = element.Find("maxSessionDuration")?.Number(),
            PermissionsBoundary = element.Find("permissionsBoundary")?.Text(),
            Tags = Table(element, "tags"),
            Policies = [.. List(element, "policies").Select(Write)],
        };
    }

    private static RolePolicyWrite Write(DocumentElement element)
    {
        element.Allow("a policy", "name", "before", "document");
        return new(element.Require("name").Text(), Text(element, "before"), Text(element, "document"));
    }

    private static RoleTrustEdit TrustEdit(DocumentElement element)
    {
        element.Allow("a repair of a trust policy", "role", "identityPoolId", "region", "users");
        var role = Facts(element.Require("role"));
        if (role.Trust is null)
            throw element.Require("role").Error($"'trustPolicy' is not a trust policy: {role.TrustProblem}", "");
        return new RoleTrustEdit(
            role, element.Require("identityPoolId").Text(), element.Require("region").Text(), [.. element.Require("users").Items().Select(User)]);
    }

    private static (PoolIdentityType IdentityType, bool PrincipalTags) User(DocumentElement element)
    {
        element.Allow("the users of a role", "identityType", "principalTags");
        return (element.Require("identityType").Choice<PoolIdentityType>(), element.Require("principalTags").Flag());
    }

    private static RoleTrustReplacement TrustReplacement(DocumentElement element)
    {
        element.Allow("a replacement of a trust policy", "roleName", "roleArn", "before", "after");
        return new(
            element.Require("roleName").Text(), element.Require("roleArn").Text(), Lines(element.Require("before")),
            Lines(element.Require("after")));
    }

    private static RoleEdit RoleEdit(DocumentElement element)
    {
        element.Allow("a change of a role", "roleName", "roleArn", "writes", "attach", "detach", "boundary", "details", "tags");
        return new RoleEdit(element.Require("roleName").Text(), element.Require("roleArn").Text())
        {
            Writes = [.. List(element, "writes").Select(Write)],
            Attach = [.. List(element, "attach").Select(arn => arn.Text())],
            Detach = [.. List(element, "detach").Select(arn => arn.Text())],
            Boundary = element.Find("boundary") is { } boundary ? Boundary(boundary) : null,
            Details = element.Find("details") is { } details ? DetailsChange(details) : null,
            Tags = element.Find("tags") is { } tags ? Tags(tags) : null,
        };
    }

    private static RoleBoundaryChange Boundary(DocumentElement element)
    {
        element.Allow("a change of a permissions boundary", "before", "after");
        return new(Text(element, "before"), Text(element, "after"));
    }

    private static RoleDetailsChange DetailsChange(DocumentElement element)
    {
        element.Allow("a change of a role's details", "before", "after");
        return new(Details(element.Require("before")), Details(element.Require("after")));
    }

    private static RoleDetails Details(DocumentElement element)
    {
        element.Allow("the details of a role", "description", "maxSessionDuration");
        return new(Text(element, "description"), element.Require("maxSessionDuration").Number());
    }

    private static RoleTagsChange Tags(DocumentElement element)
    {
        element.Allow("a change of a role's tags", "before", "set", "remove");
        return new(Table(element, "before"), Table(element, "set"), [.. List(element, "remove").Select(key => key.Text())]);
    }

    private static PoolRoleFacts Facts(DocumentElement element)
    {
        element.Allow(
            "a role", "arn", "name", "path", "poolTag", "description", "maxSessionDuration", "permissionsBoundary", "tags", "trustPolicy",
            "inlinePolicies", "attachedPolicies");
        var facts = new PoolRoleFacts(element.Require("arn").Text(), element.Require("name").Text(), element.Require("path").Text(), null)
        {
            PoolTag = Text(element, "poolTag"),
            Description = Text(element, "description"),
            MaxSessionDuration = element.Require("maxSessionDuration").Number(),
            PermissionsBoundary = Text(element, "permissionsBoundary"),
            Tags = Table(element, "tags"),
            TrustDocument = Text(element, "trustPolicy"),
            InlinePolicies = [.. List(element, "inlinePolicies").Select(name => name.Text())],
            AttachedPolicies = [.. List(element, "attachedPolicies").Select(arn => arn.Text())],
        };
        try
        {
            return facts with { Trust = TrustPolicy.Parse(facts.TrustDocument!) };
        }
        catch (FormatException problem)
        {
            return facts with { TrustProblem = problem.Message };
        }
    }

    private static string? Text(DocumentElement element, string name) => element.Find(name) is { } text ? Lines(text) : null;

    private static ReadableTable Table(DocumentElement element, string name) => element.Find(name)?.Table() ?? ReadableTable.Empty;
}
