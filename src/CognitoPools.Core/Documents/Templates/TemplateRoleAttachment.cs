using CognitoPools.Pools;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the role attachment of an identity pool.</summary>
internal sealed class TemplateRoleAttachment
{
    private readonly TemplateScope scope;
    private readonly TemplateRoles roles;
    private readonly DocumentElement? attachment;

    /// <summary>Reads the default roles.</summary>
    /// <param name="scope">The pool.</param>
    /// <param name="roles">The roles of the pool.</param>
    /// <param name="attachment">The properties of the attachment, or null.</param>
    public TemplateRoleAttachment(TemplateScope scope, TemplateRoles roles, DocumentElement? attachment)
    {
        (this.scope, this.roles, this.attachment) = (scope, roles, attachment);
        if (attachment is not { } element)
            return;
        element.Allow("a role attachment", "IdentityPoolId", "RoleMappings", "Roles");
        if (TemplateScope.Find(element, "Roles") is not { } defaults)
            return;
        foreach (var (name, value) in TemplateScope.Members(defaults))
        {
            if (name == PoolWire.AuthenticatedKey)
                AuthenticatedRole = roles.Default(value, RoleKeys<string>.Authenticated);
            else if (name == PoolWire.GuestKey)
                GuestRole = roles.Default(value, RoleKeys<string>.Guest);
            else
                defaults.Allow("the default roles", PoolWire.AuthenticatedKey, PoolWire.GuestKey);
        }
    }

    /// <summary>The key of the role for authenticated users.</summary>
    public string? AuthenticatedRole { get; }

    /// <summary>The key of the role for guests.</summary>
    public string? GuestRole { get; }

    /// <summary>The providers with their role settings.</summary>
    /// <param name="providers">The providers.</param>
    public IReadOnlyList<PoolIdentityProvider> WithMappings(IReadOnlyList<PoolIdentityProvider> providers)
    {
        if (attachment is not { } element)
            return providers;
        var mapped = providers.ToList();
        foreach (var (name, mapping) in TemplateScope.Members(TemplateScope.Find(element, "RoleMappings")))
        {
            mapping.Allow("a role mapping", "AmbiguousRoleResolution", "IdentityProvider", "RulesConfiguration", "Type");
            var key = TemplateScope.Find(mapping, "IdentityProvider") is { } provider
                ? scope.ProviderKey(provider)
                : DocumentPlaceholders.Escape(name);
            ProviderLookup.Check(key, providers.Select(known => known.RoleMappingKey), mapping);
            var index = mapped.FindIndex(known => known.RoleMappingKey == key);
            if (mapped[index].RoleSetting != RoleSetting.Default)
                throw mapping.Error($"provider '{ShownText.Value(key)}' has two role mappings.", "Remove one of them.");
            mapped[index] = WithMapping(mapped[index], mapping);
        }
        return mapped;
    }

    private PoolIdentityProvider WithMapping(PoolIdentityProvider provider, DocumentElement mapping)
    {
        var type = TemplateScope.Require(mapping, "Type");
        var setting = scope.Choice<RoleSetting>(type);
        if (setting == RoleSetting.Default)
            throw type.Error("the value must be Rules or Token.", "");
        return provider with
        {
            RoleSetting = setting,
            RoleResolution = TemplateScope.Find(mapping, "AmbiguousRoleResolution") is { } resolution
                ? scope.Choice<RoleResolution>(resolution)
                : null,
            Rules = TemplateScope.Find(mapping, "RulesConfiguration") is { } configuration ? Rules(configuration) : [],
        };
    }

    private IReadOnlyList<PoolRoleRule> Rules(DocumentElement configuration)
    {
        configuration.Allow("a rules configuration", "Rules");
        return
        [
            .. TemplateScope.Items(TemplateScope.Require(configuration, "Rules")).Select(rule =>
            {
                rule.Allow("a rule", "Claim", "MatchType", "RoleARN", "Value");
                return new PoolRoleRule
                {
                    Claim = scope.Plain(TemplateScope.Require(rule, "Claim")),
                    Operator = scope.Choice<RuleOperator>(TemplateScope.Require(rule, "MatchType")),
                    Value = scope.Plain(TemplateScope.Require(rule, "Value")),
                    Role = roles.OfRule(TemplateScope.Require(rule, "RoleARN")),
                };
            }),
        ];
    }
}
