using System.Text.Json;
using CognitoPools.Pools;
using CognitoPools.Providers;

namespace CognitoPools.Documents.Templates;

/// <summary>Writes the resources of a template.</summary>
internal sealed class CloudFormationResources(Utf8JsonWriter writer, TemplateContent content, CloudFormationNames names)
{
    private readonly CloudFormationText texts = new(writer, content.Names);

    public void WritePool() => Write(CloudFormationNames.Pool, CloudFormationTypes.Pool, () =>
    {
        var definition = content.Definition;
        writer.WriteString("IdentityPoolName", definition.Name);
        writer.WriteBoolean("AllowUnauthenticatedIdentities", definition.GuestAccess ?? false);
        if (definition.BasicFlow is BasicFlowState.Active or BasicFlowState.Inactive)
            writer.WriteBoolean("AllowClassicFlow", definition.BasicFlow == BasicFlowState.Active);
        foreach (var developer in content.Of(ProviderType.Developer))
            writer.WriteString("DeveloperProviderName", developer.Name);
        WriteList("CognitoIdentityProviders", content.Of(ProviderType.CognitoUserPool), WriteUserPool);
        WriteLoginProviders();
        WriteTexts("OpenIdConnectProviderARNs", content.Of(ProviderType.OpenIdConnect).Select(provider => provider.Name));
        WriteTexts("SamlProviderARNs", content.Of(ProviderType.Saml).Select(provider => provider.Name));
        WriteTags("IdentityPoolTags", content.Tags);
    });

    public void WriteRoles()
    {
        foreach (var role in content.Roles)
            Write(names.Role(role.Key)!, CloudFormationTypes.Role, () => WriteRole(role));
    }

    public void WriteRoleAttachment()
    {
        var definition = content.Definition;
        if (definition.AuthenticatedRole is null && definition.GuestRole is null && content.Mappings.Count == 0)
            return;
        Write(CloudFormationNames.RoleAttachment, CloudFormationTypes.RoleAttachment, () =>
        {
            WritePoolId();
            if (definition.AuthenticatedRole is not null || definition.GuestRole is not null)
            {
                writer.WriteStartObject("Roles");
                WriteRoleArn(PoolWire.AuthenticatedKey, definition.AuthenticatedRole);
                WriteRoleArn(PoolWire.GuestKey, definition.GuestRole);
                writer.WriteEndObject();
            }
            if (content.Mappings.Count > 0)
                WriteMappings();
        });
    }

    public void WritePrincipalTags()
    {
        foreach (var provider in content.PrincipalTags)
        {
            Write(names.PrincipalTag(provider), CloudFormationTypes.PrincipalTag, () =>
            {
                WritePoolId();
                texts.Write("IdentityProviderName", provider.TagKey!);
                writer.WriteBoolean("UseDefaults", provider.AttributeMapping.Mode == AttributeMappingMode.Default);
                if (provider.AttributeMapping.Mode != AttributeMappingMode.Custom)
                    return;
                writer.WriteStartObject("PrincipalTags");
                foreach (var tag in provider.AttributeMapping.Tags)
                    writer.WriteString(tag.Key, tag.Value);
                writer.WriteEndObject();
            });
        }
    }

    private void Write(string id, string type, Action properties)
    {
        writer.WriteStartObject(id);
        writer.WriteString("Type", type);
        // Identities cannot be restored, so no change of a stack may delete the pool.
        writer.WriteString("DeletionPolicy", "Retain");
        writer.WriteString("UpdateReplacePolicy", "Retain");
        writer.WriteStartObject("Properties");
        properties();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteUserPool(PoolIdentityProvider provider)
    {
        writer.WriteStartObject();
        writer.WriteString("ProviderName", provider.Name);
        writer.WriteString("ClientId", provider.ClientId);
        if (provider.ServerSideTokenCheck is { } check)
            writer.WriteBoolean("ServerSideTokenCheck", check);
        writer.WriteEndObject();
    }

    private void WriteLoginProviders()
    {
        var providers = content.Definition.Providers.Where(provider => PublicProviders.IsPublic(provider.Type)).ToList();
        if (providers.Count == 0)
            return;
        writer.WriteStartObject("SupportedLoginProviders");
        foreach (var provider in providers)
        {
            writer.WritePropertyName(provider.Name);
            if (!names.Secrets.TryGetValue(provider.Name, out var secret))
            {
                writer.WriteStringValue(provider.ClientId);
                continue;
            }
            writer.WriteStartObject();
            if (provider.ClientId is null)
                writer.WriteString("Ref", secret);
            else
                writer.WriteString("Fn::Sub", $"{CloudFormationText.SubLiteral(provider.ClientId)};${{{secret}}}");
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private void WriteRole(TemplateRole role)
    {
        // An import identifies the role by its name.
        writer.WriteString("RoleName", role.Live.Name);
        writer.WriteString("Path", role.Live.Path);
        if (role.Definition.Description is { } description)
            writer.WriteString("Description", description);
        if (role.Definition.MaxSessionDuration is { } duration)
            writer.WriteNumber("MaxSessionDuration", duration);
        texts.WritePolicy("AssumeRolePolicyDocument", role.Definition.TrustPolicy!);
        WriteList("Policies", role.InlinePolicies, policy =>
        {
            writer.WriteStartObject();
            writer.WriteString("PolicyName", policy.Key);
            texts.WritePolicy("PolicyDocument", policy.Value);
            writer.WriteEndObject();
        });
        WriteTexts("ManagedPolicyArns", role.AttachedPolicies);
        if (role.Definition.PermissionsBoundary is { } boundary)
            texts.Write("PermissionsBoundary", boundary);
        WriteTags("Tags", role.Definition.Tags);
    }

    private void WritePoolId()
    {
        writer.WriteStartObject("IdentityPoolId");
        writer.WriteString("Ref", CloudFormationNames.Pool);
        writer.WriteEndObject();
    }

    private void WriteRoleArn(string name, string? key)
    {
        if (key is null)
            return;
        writer.WritePropertyName(name);
        if (names.Role(key) is not { } id)
        {
            texts.Write(content.Definition.Roles[key].Arn!);
            return;
        }
        writer.WriteStartObject();
        writer.WriteStartArray("Fn::GetAtt");
        writer.WriteStringValue(id);
        writer.WriteStringValue("Arn");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteMappings()
    {
        var keys = new UniqueNames(StringComparer.Ordinal);
        writer.WriteStartObject("RoleMappings");
        foreach (var provider in content.Mappings)
        {
            // The name of a member cannot be a function, so a provider name that requires one is written as a property.
            var isLiteral = !TextPart.Of(provider.RoleMappingKey!, content.Names).Any(part => part.IsPlaceholder);
            writer.WriteStartObject(isLiteral
                ? keys.Take(LiveText.Of(provider.RoleMappingKey!, content.Names)!)
                : keys.Take(provider.Type.ToString()));
            if (!isLiteral)
                texts.Write("IdentityProvider", provider.RoleMappingKey!);
            WriteMapping(provider);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private void WriteMapping(PoolIdentityProvider provider)
    {
        writer.WriteString("Type", provider.RoleSetting.ToString());
        if (provider.RoleResolution is { } resolution)
            writer.WriteString("AmbiguousRoleResolution", resolution.ToString());
        if (provider.RoleSetting != RoleSetting.Rules)
            return;
        writer.WriteStartObject("RulesConfiguration");
        writer.WriteStartArray("Rules");
        foreach (var rule in provider.Rules)
        {
            writer.WriteStartObject();
            writer.WriteString("Claim", rule.Claim);
            writer.WriteString("MatchType", rule.Operator.ToString());
            writer.WriteString("Value", rule.Value);
            WriteRoleArn("RoleARN", rule.Role);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteTags(string name, IEnumerable<KeyValuePair<string, string>> tags) => WriteList(name, tags, tag =>
    {
        writer.WriteStartObject();
        writer.WriteString("Key", tag.Key);
        writer.WriteString("Value", tag.Value);
        writer.WriteEndObject();
    });

    private void WriteTexts(string name, IEnumerable<string> values) => WriteList(name, values, texts.Write);

    private void WriteList<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        var list = items.ToList();
        if (list.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var item in list)
            write(item);
        writer.WriteEndArray();
    }
}
