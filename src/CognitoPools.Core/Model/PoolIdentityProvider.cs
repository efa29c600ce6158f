using System.Collections.Immutable;
using CognitoPools.Account;

namespace CognitoPools;

/// <summary>One provider of an identity pool, with its role setting, rules and attribute mapping.</summary>
public sealed record PoolIdentityProvider
{
    /// <summary>The pool's id, or null if the provider is not part of a pool yet.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The kind of provider.</summary>
    public ProviderType Type { get; internal init; }

    /// <summary>The name of the provider: a user pool's provider name, a public provider's host, an IAM provider's ARN,
    /// or a developer provider's name.</summary>
    public string Name { get; internal init; } = null!;

    /// <summary>The app client or application id; null for OpenID Connect, SAML and developer providers.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>Whether the service checks with the user pool that the user is still signed in; null for other
    /// providers.</summary>
    public bool? ServerSideTokenCheck { get; internal init; }

    /// <summary>How the provider's users get their role.</summary>
    public RoleSetting RoleSetting { get; internal init; }

    /// <summary>What happens when no rule matches; null with the Default setting.</summary>
    public RoleResolution? RoleResolution { get; internal init; }

    /// <summary>The rules in their order; empty unless the setting is Rules.</summary>
    public IReadOnlyList<PoolRoleRule> Rules { get; internal init => field = Collections.Readable(value); } = ReadableList<PoolRoleRule>.Empty;

    /// <summary>Which claims become principal tags.</summary>
    public AttributeMapping AttributeMapping { get; internal init; } = AttributeMapping.Inactive;

    /// <summary>The provider's key in a sign-in's logins.</summary>
    public string LoginKey => ProviderKeys.LoginKey(this);

    /// <summary>The provider's key among the pool's role mappings; null for a developer provider.</summary>
    public string? RoleMappingKey => ProviderKeys.RoleMappingKey(this);

    /// <summary>The provider's key for principal tags; null for a developer provider.</summary>
    public string? TagKey => ProviderKeys.TagKey(this);

    /// <summary>The key that identifies the provider within a pool: its name and, for a user pool, its app client.</summary>
    internal string Key => ProviderKeys.Identity(this);

    /// <summary>The settings that the user specified; empty for a provider that was read.</summary>
    internal IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <summary>The settings of a provider. A setting that is added here is compared, merged and reported, and can be a
    /// key of a provider's table.</summary>
    internal static ImmutableArray<Setting<PoolIdentityProvider>> Settings { get; } =
    [
        new Setting<PoolIdentityProvider, RoleSetting>(nameof(RoleSetting), PoolCall.SetIdentityPoolRoles,
            provider => provider.RoleSetting, (provider, value) => provider with { RoleSetting = value })
        {
            Governs = true,
        },
        new Setting<PoolIdentityProvider, RoleResolution?>(nameof(RoleResolution), PoolCall.SetIdentityPoolRoles,
            provider => provider.RoleResolution, (provider, value) => provider with { RoleResolution = value }),
        new Setting<PoolIdentityProvider, IReadOnlyList<PoolRoleRule>>(nameof(Rules), PoolCall.SetIdentityPoolRoles,
            provider => provider.Rules, (provider, value) => provider with { Rules = value })
        {
            Shown = provider => string.Join("; ", provider.Rules),
            AreSame = Enumerable.SequenceEqual,
            Separator = "; ",
        },
        new Setting<PoolIdentityProvider, AttributeMapping>(nameof(AttributeMapping), PoolCall.SetPrincipalTagAttributeMap,
            provider => provider.AttributeMapping, (provider, value) => provider with { AttributeMapping = value }),
        new Setting<PoolIdentityProvider, string?>(nameof(ClientId), PoolCall.UpdateIdentityPool,
            provider => provider.ClientId, (provider, value) => provider with { ClientId = value })
        {
            Shown = provider => provider.ShownClientId,
        },
        new Setting<PoolIdentityProvider, bool?>(nameof(ServerSideTokenCheck), PoolCall.UpdateIdentityPool,
            provider => provider.ServerSideTokenCheck, (provider, value) => provider with { ServerSideTokenCheck = value })
        {
            AppliesTo = provider => provider.Type == ProviderType.CognitoUserPool,
        },
    ];

    /// <inheritdoc/>
    public bool Equals(PoolIdentityProvider? other) => other is not null && Key == other.Key && Settings.AreSame(this, other);

    internal bool SameRoleMapping(PoolIdentityProvider other) =>
        Settings.WrittenBy(PoolCall.SetIdentityPoolRoles).AreSame(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <inheritdoc/>
    public override string ToString() =>
        ShownText.Of(ClientId is null ? $"{Type} {Name}" : $"{Type} {Name} ({ShownClientId})");

    /// <summary>The client id without the consumer secret, which follows a semicolon for Twitter and Digits. Without a
    /// semicolon, the text can be either of the two, so all of it is masked.</summary>
    internal string? ShownClientId => ProviderSecret.Masked(Name, ClientId);
}
