using CognitoPools.Pools;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the output of get-identity-pool-roles.</summary>
internal sealed class AnsweredRoles
{
    private readonly RoleKeys<string> keys = new();
    private readonly DocumentElement answer;

    /// <summary>Reads the default roles.</summary>
    /// <param name="answer">The output.</param>
    public AnsweredRoles(DocumentElement answer)
    {
        this.answer = answer;
        if (answer.Find("Roles") is not { } roles)
            return;
        roles.Allow("the default roles", PoolWire.AuthenticatedKey, PoolWire.GuestKey);
        AuthenticatedRole = Default(roles.Find(PoolWire.AuthenticatedKey), RoleKeys<string>.Authenticated);
        GuestRole = Default(roles.Find(PoolWire.GuestKey), RoleKeys<string>.Guest);
    }

    /// <summary>The key of the role for authenticated users.</summary>
    public string? AuthenticatedRole { get; }

    /// <summary>The key of the role for guests.</summary>
    public string? GuestRole { get; }

    /// <summary>The roles by key.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles => keys.Roles;

    /// <summary>The providers with their role settings.</summary>
    /// <param name="providers">The providers.</param>
    public IReadOnlyList<PoolIdentityProvider> WithMappings(IReadOnlyList<PoolIdentityProvider> providers)
    {
        var mapped = providers.ToList();
        foreach (var (name, mapping) in answer.Find("RoleMappings")?.Members() ?? [])
        {
            var key = DocumentPlaceholders.Escape(name);
            ProviderLookup.Check(key, providers.Select(provider => provider.RoleMappingKey), mapping);
            var index = mapped.FindIndex(provider => provider.RoleMappingKey == key);
            mapped[index] = WithMapping(mapped[index], mapping);
        }
        return mapped;
    }

    private PoolIdentityProvider WithMapping(PoolIdentityProvider provider, DocumentElement mapping)
    {
        mapping.Allow("a role mapping", "AmbiguousRoleResolution", "RulesConfiguration", "Type");
        var type = mapping.Require("Type");
        var setting = type.Choice<RoleSetting>();
        if (setting == RoleSetting.Default)
            throw type.Error("the value must be Rules or Token.", "");
        var configuration = mapping.Find("RulesConfiguration");
        configuration?.Allow("a rules configuration", "Rules");
        return provider with
        {
            RoleSetting = setting,
            RoleResolution = mapping.Find("AmbiguousRoleResolution")?.Choice<RoleResolution>(),
            Rules = [.. (configuration?.Require("Rules").Items() ?? []).Select(Rule)],
        };
    }

    private PoolRoleRule Rule(DocumentElement rule)
    {
        rule.Allow("a rule", "Claim", "MatchType", "RoleARN", "Value");
        var arn = rule.Require("RoleARN").Text();
        return new PoolRoleRule
        {
            Claim = rule.Require("Claim").Text(),
            Operator = rule.Require("MatchType").Choice<RuleOperator>(),
            Value = rule.Require("Value").Text(),
            Role = keys.Named(arn, RoleKeys<string>.NameIn(arn), () => Referred(arn)),
        };
    }

    private string? Default(DocumentElement? arn, string key) => arn?.Text() is { Length: > 0 } text
        ? keys.Default(text, key, () => Referred(text))
        : null;

    private static RoleDefinition Referred(string arn) => new() { Arn = DocumentPlaceholders.Escape(arn) };
}
