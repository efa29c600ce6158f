namespace CognitoPools.Sandbox.Pools;

/// <summary>A pool's settings as requests and answers contain them. UpdateIdentityPool replaces them.</summary>
internal sealed record PoolSettings
{
    public string? IdentityPoolId { get; init; }

    public string IdentityPoolName { get; init; } = "";

    public bool AllowUnauthenticatedIdentities { get; init; }

    public bool? AllowClassicFlow { get; init; }

    public Dictionary<string, string>? SupportedLoginProviders { get; init; }

    public string? DeveloperProviderName { get; init; }

    public List<string>? OpenIdConnectProviderARNs { get; init; }

    public List<CognitoProvider>? CognitoIdentityProviders { get; init; }

    public List<string>? SamlProviderARNs { get; init; }

    public Dictionary<string, string>? IdentityPoolTags { get; init; }
}

/// <summary>A pool's roles as requests and answers contain them. SetIdentityPoolRoles replaces them.</summary>
internal sealed record PoolRoles
{
    public string? IdentityPoolId { get; init; }

    public Dictionary<string, string>? Roles { get; init; }

    public Dictionary<string, RoleMapping>? RoleMappings { get; init; }
}

internal sealed record RoleMapping(string Type, string? AmbiguousRoleResolution, RulesConfiguration? RulesConfiguration);

internal sealed record RulesConfiguration(List<MappingRule> Rules);

internal sealed record MappingRule(string Claim, string MatchType, string Value, string RoleARN);

/// <summary>A provider's attributes for access control as requests and answers contain them.</summary>
internal sealed record TagMap
{
    public string? IdentityPoolId { get; init; }

    public string? IdentityProviderName { get; init; }

    public bool? UseDefaults { get; init; }

    public Dictionary<string, string>? PrincipalTags { get; init; }
}
