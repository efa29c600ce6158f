using System.Text.Json;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the roles of a template that an identity pool uses.</summary>
internal sealed class TemplateRoles(TemplateScope scope, ICollection<string> warnings)
{
    private readonly RoleKeys<string> keys = new();

    /// <summary>The roles by key.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles => keys.Roles;

    /// <summary>The key of a default role.</summary>
    /// <param name="element">The ARN of the role.</param>
    /// <param name="key">The key for a new role.</param>
    public string Default(DocumentElement element, string key) => Resource(element) is { } id
        ? keys.Default(id, key, () => Described(id, isDefault: true))
        : keys.Default(scope.Document(element), key, () => Referred(element));

    /// <summary>The key of the role of a rule.</summary>
    /// <param name="element">The ARN of the role.</param>
    public string OfRule(DocumentElement element)
    {
        if (Resource(element) is { } id)
            return keys.Named(id, scope.RoleName(id) ?? id, () => Described(id, isDefault: false));
        var arn = scope.Document(element);
        return keys.Named(arn, RoleKeys<string>.NameIn(arn), () => Referred(element));
    }

    // The logical id of a role in the template. Its ARN can also be composed from its name.
    private string? Resource(DocumentElement element)
    {
        var pieces = scope.Pieces(element);
        if (pieces.Count == 1 && pieces[0].Kind == TemplatePieceKind.RoleArn)
            return pieces[0].Text;
        if (pieces.Count == 0 || pieces[pieces.Count - 1] is not { Kind: TemplatePieceKind.RoleName, Text: var id })
            return null;
        if (pieces.Count > 1)
            return id;
        throw element.Error(
            $"Ref returns the name of role {ShownText.Value(id)}, but the ARN of the role is required here.",
            $"Use {{ \"Fn::GetAtt\": [\"{ShownText.Value(id)}\", \"Arn\"] }}.");
    }

    private RoleDefinition Referred(DocumentElement element) => new() { Arn = scope.Document(element) };

    private RoleDefinition Described(string id, bool isDefault)
    {
        var role = scope.Template.Properties(id);
        role.Allow(
            "a role", "AssumeRolePolicyDocument", "Description", "ManagedPolicyArns", "MaxSessionDuration", "Path",
            "PermissionsBoundary", "Policies", "RoleName", "Tags");
        var name = scope.RoleName(id);
        if (name is null && !isDefault)
        {
            name = id;
            warnings.Add($"Role {id} has no RoleName in the template. It gets the name {id}.");
        }
        var inline = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var policy in TemplateScope.Items(TemplateScope.Find(role, "Policies")))
        {
            policy.Allow("an inline policy", "PolicyName", "PolicyDocument");
            AddPolicy(inline, policy);
        }
        var attached = scope.Documents(TemplateScope.Find(role, "ManagedPolicyArns")).ToList();
        AddPolicyResources(id, inline);
        AddManagedPolicies(id, attached);
        return new RoleDefinition
        {
            Name = name,
            // For a role without a name, the module chooses name and path.
            Path = Text(role, "Path", scope.Plain) ?? (TemplateScope.Find(role, "RoleName") is null ? null : "/"),
            Description = Text(role, "Description", scope.Plain),
            MaxSessionDuration = TemplateScope.Find(role, "MaxSessionDuration") is { } duration ? scope.Number(duration) : null,
            TrustPolicy = TemplatePolicies.Read(scope, TemplateScope.Require(role, "AssumeRolePolicyDocument")),
            InlinePolicies = inline,
            AttachedPolicies = attached,
            PermissionsBoundary = Text(role, "PermissionsBoundary", scope.Document),
            Tags = scope.Tags(TemplateScope.Find(role, "Tags")),
        };
    }

    private static string? Text(DocumentElement element, string name, Func<DocumentElement, string> read) =>
        TemplateScope.Find(element, name) is { } value ? read(value) : null;

    private void AddPolicy(Dictionary<string, string> policies, DocumentElement policy)
    {
        var nameElement = TemplateScope.Require(policy, "PolicyName");
        var name = scope.Plain(nameElement);
        if (policies.ContainsKey(name))
            throw nameElement.Error($"the role has two inline policies '{ShownText.Value(name)}'.", "Rename one of them.");
        policies[name] = TemplatePolicies.Read(scope, TemplateScope.Require(policy, "PolicyDocument"));
    }

    // Policies that are separate resources in the template.
    private void AddPolicyResources(string id, Dictionary<string, string> inline)
    {
        foreach (var resource in scope.Template.Of(CloudFormationTypes.Policy))
        {
            if (TemplateScope.Find(resource.Value.Require("Properties"), "Roles") is { } roles && Names(roles, id))
                AddPolicy(inline, Properties(resource.Key, "PolicyName", "PolicyDocument", "Roles", "Users", "Groups"));
        }
        foreach (var resource in scope.Template.Of(CloudFormationTypes.RolePolicy))
        {
            if (IsRole(TemplateScope.Require(resource.Value.Require("Properties"), "RoleName"), id))
                AddPolicy(inline, Properties(resource.Key, "PolicyName", "PolicyDocument", "RoleName"));
        }
    }

    private void AddManagedPolicies(string id, List<string> attached)
    {
        foreach (var resource in scope.Template.Of(CloudFormationTypes.ManagedPolicy))
        {
            if (TemplateScope.Find(resource.Value.Require("Properties"), "Roles") is not { } roles || !Names(roles, id))
                continue;
            var properties = scope.Template.Properties(resource.Key);
            var arn = scope.Document([new TemplatePiece(TemplatePieceKind.PolicyArn, resource.Key)], properties);
            if (!attached.Contains(arn))
                attached.Add(arn);
        }
        foreach (var resource in scope.Template.Of(CloudFormationTypes.ManagedPolicy))
        {
            var warning = $"Managed policy {resource.Key} of the template is not created. The policy must exist.";
            if (scope.Attached(resource.Key) is { } arn && attached.Contains(arn) && !warnings.Contains(warning))
                warnings.Add(warning);
        }
    }

    private DocumentElement Properties(string id, params string[] known)
    {
        var properties = scope.Template.Properties(id);
        properties.Allow($"resource {ShownText.Value(id)}", known);
        return properties;
    }

    private bool Names(DocumentElement roles, string id) => TemplateScope.Items(roles).Any(role => IsRole(role, id));

    private bool IsRole(DocumentElement element, string id)
    {
        // Many templates have policies for unrelated roles, whose names need not be resolved.
        if (TemplateFunctions.IsFunction(element))
        {
            return element.Find("Ref") is { Kind: JsonValueKind.String } reference
                ? reference.Text() == id
                : scope.Pieces(element) is [{ Kind: TemplatePieceKind.RoleName, Text: var other }] && other == id;
        }
        return element.Text() == scope.RoleName(id);
    }
}
