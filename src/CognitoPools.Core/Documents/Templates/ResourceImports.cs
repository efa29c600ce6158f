using CognitoPools.Roles;

namespace CognitoPools.Documents.Templates;

/// <summary>The identifiers by which a change set of type IMPORT finds the existing resources.</summary>
/// <remarks>Every type of the template can be imported. In the resource schemas of CloudFormation, each type has a read handler and
/// the primary identifier that is used here.</remarks>
internal sealed class ResourceImports
{
    private readonly List<Resource> resources = [];
    private readonly List<string> warnings = [];

    /// <summary>Collects the resources of a template.</summary>
    /// <param name="content">The pool.</param>
    /// <param name="names">The logical ids.</param>
    public ResourceImports(TemplateContent content, CloudFormationNames names)
    {
        if (content.Names.IdentityPoolId is not { } poolId)
            return;
        Add(CloudFormationTypes.Pool, CloudFormationNames.Pool, ("Id", poolId));
        foreach (var role in content.Roles)
            Add(CloudFormationTypes.Role, names.Role(role.Key)!, ("RoleName", role.Live.Name));
        if (content.Definition.AuthenticatedRole is not null || content.Definition.GuestRole is not null
            || content.Mappings.Count > 0)
        {
            Add(CloudFormationTypes.RoleAttachment, CloudFormationNames.RoleAttachment, ("Id", poolId));
        }
        foreach (var provider in content.PrincipalTags)
        {
            var id = names.PrincipalTag(provider);
            if (LiveText.Of(provider.TagKey!, content.Names) is { } name)
                Add(CloudFormationTypes.PrincipalTag, id, ("IdentityPoolId", poolId), ("IdentityProviderName", name));
            else
                warnings.Add(UnknownAccount(id));
        }
    }

    /// <summary>The resources that cannot be imported, with a remedy.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The JSON; null if the pool has no id.</summary>
    public string? ToJson() => resources.Count == 0 ? null : PolicyJson.Write(
        writer =>
        {
            writer.WriteStartArray();
            foreach (var resource in resources)
            {
                writer.WriteStartObject();
                writer.WriteString("ResourceType", resource.Type);
                writer.WriteString("LogicalResourceId", resource.Id);
                writer.WriteStartObject("ResourceIdentifier");
                foreach (var (name, value) in resource.Identifier)
                    writer.WriteString(name, value);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        },
        indented: true) + "\n";

    private static string UnknownAccount(string id) =>
        $"Resource {id} cannot be imported, because the account id in the ARN of its provider is not known. "
            + $"Remove {id} from the template for the import, and add it in an update of the stack.";

    private void Add(string type, string id, params (string Name, string Value)[] identifier) =>
        resources.Add(new Resource(type, id, identifier));

    private sealed record Resource(string Type, string Id, (string Name, string Value)[] Identifier);
}
