namespace CognitoPools.Providers;

/// <summary>The changes to one provider. Settings that are null stay unchanged.</summary>
public sealed record ProviderEdit
{
    /// <summary>Another app client or application id.</summary>
    public string? ClientId { get; init; }

    /// <summary>Whether the service checks with the user pool that the user is still signed in.</summary>
    public bool? ServerSideTokenCheck { get; init; }

    /// <summary>How the provider's users get their role.</summary>
    public RoleSetting? RoleSetting { get; init; }

    /// <summary>What happens when no rule matches.</summary>
    public RoleResolution? RoleResolution { get; init; }

    /// <summary>The changes to the rules.</summary>
    public RuleEdit Rules { get; init; } = new();

    /// <summary>Which claims become principal tags.</summary>
    public AttributeMapping? AttributeMapping { get; init; }

    /// <summary>Whether the role setting, the rules or the role resolution change.</summary>
    internal bool TouchesRoles => RoleSetting is not null || RoleResolution is not null || !Rules.IsEmpty;

    /// <summary>Applies the changes.</summary>
    /// <param name="provider">The current provider.</param>
    /// <exception cref="InvalidSettingException">The changes contradict each other or the provider.</exception>
    public PoolIdentityProvider Apply(PoolIdentityProvider provider)
    {
        if (provider.Type == ProviderType.Developer && (TouchesRoles || AttributeMapping is not null || ClientId is not null))
        {
            throw new InvalidSettingException(
                "Provider",
                provider,
                "a developer provider has no role setting, attribute mapping or application id.",
                "Omit these parameters. Its users get the authenticated role; use New-PoolDeveloperToken -PrincipalTag to set tags.");
        }
        if (ServerSideTokenCheck is not null && provider.Type != ProviderType.CognitoUserPool)
        {
            throw new InvalidSettingException(
                "ServerSideTokenCheck", null,
                $"the server-side token check is supported for Cognito user pools only; {provider.Name} is of type {provider.Type}.",
                "Omit -ServerSideTokenCheck.");
        }
        var changed = TouchesRoles ? WithRoles(provider) : provider;
        if (ClientId is not null)
            changed = ProviderBuilder.WithClientId(changed, ClientId);
        return changed with
        {
            ServerSideTokenCheck = ServerSideTokenCheck ?? provider.ServerSideTokenCheck,
            AttributeMapping = AttributeMapping ?? provider.AttributeMapping,
        };
    }

    private PoolIdentityProvider WithRoles(PoolIdentityProvider provider)
    {
        var setting = RoleSetting ?? (Rules.IsEmpty ? provider.RoleSetting : CognitoPools.RoleSetting.Rules);
        if (setting != CognitoPools.RoleSetting.Rules && !Rules.IsEmpty)
        {
            throw new InvalidSettingException(
                "RoleSetting", setting, "rules require the role setting Rules.",
                "Omit -RoleSetting, or specify Rules.");
        }
        if (setting == CognitoPools.RoleSetting.Default)
        {
            if (RoleResolution is not null)
            {
                throw new InvalidSettingException(
                    "RoleResolution",
                    RoleResolution,
                    $"the role setting of {provider.Name} is Default, which has no role resolution.",
                    "Specify -RoleSetting Token, or rules.");
            }
            return provider with { RoleSetting = setting, RoleResolution = null, Rules = [] };
        }
        var rules = setting == CognitoPools.RoleSetting.Rules ? Rules.Apply(provider) : [];
        if (setting == CognitoPools.RoleSetting.Rules && rules.Count == 0)
        {
            throw new InvalidSettingException(
                "RoleSetting", setting, $"{provider.Name} would have no rules.",
                "Specify rules with -Rule or -AddRule, or specify -RoleSetting Default.");
        }
        return provider with
        {
            RoleSetting = setting,
            RoleResolution = RoleResolution ?? provider.RoleResolution ?? CognitoPools.RoleResolution.Deny,
            Rules = rules,
        };
    }
}
