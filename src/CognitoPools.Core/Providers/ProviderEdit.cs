namespace CognitoPools.Providers;

/// <summary>What a user wants changed of one provider. What is null stays.</summary>
public sealed record ProviderEdit
{
    /// <summary>Another app client or application id.</summary>
    public string? ClientId { get; init; }

    /// <summary>Whether the service asks the user pool that the user is still signed in.</summary>
    public bool? ServerSideTokenCheck { get; init; }

    /// <summary>How the provider's users get their role.</summary>
    public RoleSetting? RoleSetting { get; init; }

    /// <summary>What happens when no rule fits.</summary>
    public RoleResolution? RoleResolution { get; init; }

    /// <summary>What is done to the rules.</summary>
    public RuleEdit Rules { get; init; } = new();

    /// <summary>Which claims become principal tags.</summary>
    public AttributeMapping? AttributeMapping { get; init; }

    /// <summary>Whether it touches the role setting, the rules or the resolution.</summary>
    internal bool TouchesRoles => RoleSetting is not null || RoleResolution is not null || !Rules.IsEmpty;

    /// <summary>The provider as it shall be.</summary>
    /// <param name="provider">The provider as it is.</param>
    /// <exception cref="InvalidSettingException">The edit contradicts itself or the provider.</exception>
    public PoolIdentityProvider Apply(PoolIdentityProvider provider)
    {
        if (provider.Type == ProviderType.Developer && (TouchesRoles || AttributeMapping is not null || ClientId is not null))
        {
            throw new InvalidSettingException("Provider", provider, "a developer provider has neither role setting nor attribute mapping nor application id.", "Its users get the authenticated role, and its tags come with each token.");
        }
        if (ServerSideTokenCheck is not null && provider.Type != ProviderType.CognitoUserPool)
        {
            throw new InvalidSettingException("ServerSideTokenCheck", provider.Type, "only a Cognito user pool has the server-side token check.", "Leave it out.");
        }
        var changed = TouchesRoles ? WithRoles(provider) : provider;
        if (ClientId is not null) changed = ProviderBuilder.WithClientId(changed, ClientId);
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
            throw new InvalidSettingException("RoleSetting", setting, "rules belong to the role setting Rules.", "Leave -RoleSetting out, or say Rules.");
        }
        if (setting == CognitoPools.RoleSetting.Default)
        {
            if (RoleResolution is not null) throw new InvalidSettingException("RoleResolution", RoleResolution, $"{provider.Name} has the role setting Default, which needs no resolution.", "Give -RoleSetting Token, or rules.");
            return provider with { RoleSetting = setting, RoleResolution = null, Rules = [] };
        }
        var rules = setting == CognitoPools.RoleSetting.Rules ? Rules.Apply(provider) : [];
        if (setting == CognitoPools.RoleSetting.Rules && rules.Count == 0)
        {
            throw new InvalidSettingException("RoleSetting", setting, $"{provider.Name} would have no rule.", "Give rules with -Rule or -AddRule, or say -RoleSetting Default.");
        }
        return provider with { RoleSetting = setting, RoleResolution = RoleResolution ?? provider.RoleResolution ?? CognitoPools.RoleResolution.Deny, Rules = rules };
    }
}
