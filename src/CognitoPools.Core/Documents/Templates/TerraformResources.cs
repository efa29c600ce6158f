using CognitoPools.Pools;
using CognitoPools.Providers;

namespace CognitoPools.Documents.Templates;

/// <summary>Writes the resources of a Terraform configuration, each with its import block.</summary>
internal sealed class TerraformResources
{
    private readonly TemplateContent content;
    private readonly TerraformNames names;
    private readonly TerraformText texts;
    private readonly List<string> warnings = [];

    /// <summary>Creates the writer.</summary>
    /// <param name="content">The pool.</param>
    /// <param name="names">The names of the resources.</param>
    public TerraformResources(TemplateContent content, TerraformNames names)
    {
        (this.content, this.names) = (content, names);
        texts = new TerraformText(content.Names, names.PoolAddress);
    }

    /// <summary>The text that was written.</summary>
    public HclWriter Text { get; } = new();

    /// <summary>The resources that cannot be imported.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    public void WritePool()
    {
        var definition = content.Definition;
        var attributes = new List<(string, HclValue)>
        {
            ("identity_pool_name", HclValue.Text(definition.Name)),
            ("allow_unauthenticated_identities", HclValue.Flag(definition.GuestAccess ?? false)),
        };
        if (definition.BasicFlow is BasicFlowState.Active or BasicFlowState.Inactive)
            attributes.Add(("allow_classic_flow", HclValue.Flag(definition.BasicFlow == BasicFlowState.Active)));
        foreach (var developer in content.Of(ProviderType.Developer))
            attributes.Add(("developer_provider_name", HclValue.Text(developer.Name)));
        AddList(attributes, "openid_connect_provider_arns", content.Of(ProviderType.OpenIdConnect).Select(provider => provider.Name));
        AddList(attributes, "saml_provider_arns", content.Of(ProviderType.Saml).Select(provider => provider.Name));
        var logins = definition.Providers.Where(provider => PublicProviders.IsPublic(provider.Type)).ToList();
        if (logins.Count > 0)
        {
            attributes.Add((
                "supported_login_providers",
                HclValue.Object([.. logins.Select(login => (HclValue.Quoted(login.Name), ClientId(login)))])));
        }
        AddTags(attributes, content.Tags);
        Resource(
            "aws_cognito_identity_pool", names.Pool, content.Names.IdentityPoolId, attributes,
            [
                .. content.Of(ProviderType.CognitoUserPool).Select(UserPool),
                // Identities cannot be restored.
                new HclBlock("lifecycle", [("prevent_destroy", HclValue.Flag(true))], []),
            ]);
    }

    public void WriteRoles()
    {
        foreach (var role in content.Roles)
        {
            WriteRole(role);
            foreach (var policy in role.InlinePolicies)
            {
                Resource(
                    "aws_iam_role_policy", names.Take("aws_iam_role_policy", $"{role.Live.Name}_{policy.Key}"),
                    Imported($"{role.Live.Name}:{policy.Key}"),
                    [("name", HclValue.Text(policy.Key)), ("role", RoleName(role)), ("policy", texts.Policy(policy.Value))]);
            }
            foreach (var arn in role.AttachedPolicies)
            {
                var name = names.Take(
                    "aws_iam_role_policy_attachment", $"{role.Live.Name}_{RoleKeys<string>.NameIn(arn)}");
                var id = LiveText.Of(arn, content.Names) is { } live ? $"{role.Live.Name}/{live}" : null;
                Resource(
                    "aws_iam_role_policy_attachment", name, Imported(id), [("role", RoleName(role)), ("policy_arn", texts.Value(arn))]);
            }
        }
    }

    public void WriteRolesAttachment()
    {
        var definition = content.Definition;
        if (definition.AuthenticatedRole is null && definition.GuestRole is null && content.Mappings.Count == 0)
            return;
        var roles = new List<(string, HclValue)>();
        if (definition.AuthenticatedRole is { } authenticated)
            roles.Add((PoolWire.AuthenticatedKey, RoleArn(authenticated)));
        if (definition.GuestRole is { } guest)
            roles.Add((PoolWire.GuestKey, RoleArn(guest)));
        Resource(
            "aws_cognito_identity_pool_roles_attachment", names.Pool, content.Names.IdentityPoolId,
            [("identity_pool_id", PoolId), ("roles", HclValue.Object(roles))],
            [.. content.Mappings.Select(Mapping)]);
    }

    public void WritePrincipalTags()
    {
        const string type = "aws_cognito_identity_pool_provider_principal_tag";
        foreach (var provider in content.PrincipalTags)
        {
            var attributes = new List<(string, HclValue)>
            {
                ("identity_pool_id", PoolId),
                ("identity_provider_name", texts.Value(provider.TagKey!)),
                ("use_defaults", HclValue.Flag(provider.AttributeMapping.Mode == AttributeMappingMode.Default)),
            };
            if (provider.AttributeMapping.Mode == AttributeMappingMode.Custom)
                attributes.Add(("principal_tags", TerraformText.Table(provider.AttributeMapping.Tags)));
            var name = LiveText.Of(provider.TagKey!, content.Names);
            Resource(
                type, names.Take(type, $"{names.Pool}_{provider.Type}"),
                name is null ? null : Imported($"{content.Names.IdentityPoolId}:{name}"), attributes);
        }
    }

    private HclValue PoolId => HclValue.Expression($"{names.PoolAddress}.id");

    private void WriteRole(TemplateRole role)
    {
        var attributes = new List<(string, HclValue)>
        {
            ("name", HclValue.Text(role.Live.Name)),
            ("path", HclValue.Text(role.Live.Path)),
        };
        if (role.Definition.Description is { } description)
            attributes.Add(("description", HclValue.Text(description)));
        if (role.Definition.MaxSessionDuration is { } duration)
            attributes.Add(("max_session_duration", HclValue.Number(duration)));
        if (role.Definition.PermissionsBoundary is { } boundary)
            attributes.Add(("permissions_boundary", texts.Value(boundary)));
        attributes.Add(("assume_role_policy", texts.Policy(role.Definition.TrustPolicy!)));
        AddTags(attributes, role.Definition.Tags);
        Resource("aws_iam_role", names.Role(role.Key)!, Imported(role.Live.Name), attributes);
    }

    private HclValue ClientId(PoolIdentityProvider provider)
    {
        if (!names.Secrets.TryGetValue(provider.Name, out var secret))
            return HclValue.Text(provider.ClientId ?? "");
        return HclValue.Expression(provider.ClientId is null
            ? $"var.{secret}"
            : $"\"{HclValue.Escaped(provider.ClientId)};${{var.{secret}}}\"");
    }

    private static HclBlock UserPool(PoolIdentityProvider provider) => new(
        "cognito_identity_providers",
        [
            ("provider_name", HclValue.Text(provider.Name)),
            ("client_id", HclValue.Text(provider.ClientId ?? "")),
            ("server_side_token_check", HclValue.Flag(provider.ServerSideTokenCheck ?? false)),
        ],
        []);

    private HclBlock Mapping(PoolIdentityProvider provider)
    {
        var attributes = new List<(string, HclValue)>
        {
            ("identity_provider", texts.Value(provider.RoleMappingKey!)),
            ("type", HclValue.Text(provider.RoleSetting.ToString())),
        };
        if (provider.RoleResolution is { } resolution)
            attributes.Add(("ambiguous_role_resolution", HclValue.Text(resolution.ToString())));
        var rules = provider.RoleSetting == RoleSetting.Rules ? provider.Rules : [];
        return new HclBlock(
            "role_mapping", attributes,
            [
                .. rules.Select(rule => new HclBlock(
                    "mapping_rule",
                    [
                        ("claim", HclValue.Text(rule.Claim)),
                        ("match_type", HclValue.Text(rule.Operator.ToString())),
                        ("value", HclValue.Text(rule.Value)),
                        ("role_arn", RoleArn(rule.Role)),
                    ],
                    [])),
            ]);
    }

    private HclValue RoleArn(string key) => names.Role(key) is { } name
        ? HclValue.Expression($"aws_iam_role.{name}.arn")
        : texts.Value(content.Definition.Roles[key].Arn!);

    private HclValue RoleName(TemplateRole role) => HclValue.Expression($"aws_iam_role.{names.Role(role.Key)}.name");

    private void AddList(List<(string, HclValue)> attributes, string name, IEnumerable<string> values)
    {
        HclValue[] items = [.. values.Select(texts.Value)];
        if (items.Length > 0)
            attributes.Add((name, HclValue.List(items)));
    }

    private static void AddTags(List<(string, HclValue)> attributes, IReadOnlyCollection<KeyValuePair<string, string>> tags)
    {
        if (tags.Count > 0)
            attributes.Add(("tags", TerraformText.Table(tags)));
    }

    // A pool without an id does not exist, so nothing can be imported.
    private string? Imported(string? id) => content.Names.IdentityPoolId is null ? null : id;

    private void Resource(
        string type, string name, string? id, IReadOnlyList<(string, HclValue)> attributes, params HclBlock[] blocks)
    {
        Text.Block($"resource \"{type}\" \"{name}\"", attributes, blocks);
        if (id is not null)
            Text.Block("import", [("to", HclValue.Expression($"{type}.{name}")), ("id", HclValue.Text(id))]);
        else if (content.Names.IdentityPoolId is not null)
            warnings.Add($"Resource {type}.{name} has no import block, because the account id is not known. Import it manually.");
    }
}
