using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>An identity pool and its roles as a pool document describes them. Placeholders such as <c>${AccountId}</c> replace
/// the account, the Region and the partition. For a list, see <see cref="DocumentPlaceholders"/>.</summary>
internal sealed record PoolDefinition
{
    /// <summary>The name of the pool.</summary>
    public string Name { get; init; } = "";

    /// <summary>The required Region; null or <c>${Region}</c> for any.</summary>
    public string? Region { get; init; }

    /// <summary>Whether guests get credentials; null if the document does not specify it.</summary>
    public bool? GuestAccess { get; init; }

    /// <summary>The basic flow; null if the document does not specify it.</summary>
    public BasicFlowState? BasicFlow { get; init; }

    /// <summary>The key in <see cref="Roles"/> of the role for authenticated users, or null.</summary>
    public string? AuthenticatedRole { get; init; }

    /// <summary>The key of the role for guests, or null.</summary>
    public string? GuestRole { get; init; }

    /// <summary>The providers, including the developer provider. The <see cref="PoolRoleRule.Role"/> of a rule is the key of a
    /// role, and the ARN of an OpenID Connect or SAML provider contains placeholders. The
    /// <see cref="PoolIdentityProvider.ClientId"/> of a provider with a consumer secret is only the consumer key, or null.</summary>
    public IReadOnlyList<PoolIdentityProvider> Providers { get; init; } = [];

    /// <summary>The names of the consumer secrets, by the <see cref="PoolIdentityProvider.Name"/> of the providers. The secrets
    /// are specified under these names.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether roles, role settings and rules are specified. Some outputs of the AWS CLI do not contain them.</summary>
    public bool StatesRoles { get; init; } = true;

    /// <summary>Whether the attribute mapping of a provider is specified, by the name of the provider.</summary>
    public Func<string, bool> StatesMappings { get; init; } = _ => true;

    /// <summary>The tags of the pool.</summary>
    public ReadableTable Tags { get; init; } = ReadableTable.Empty;

    /// <summary>The roles by key.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles { get; init; } = new Dictionary<string, RoleDefinition>();

    /// <summary>The definition, with unspecified parts copied from another one.</summary>
    /// <param name="other">A definition of the same pool.</param>
    public PoolDefinition CompletedFrom(PoolDefinition other)
    {
        var known = other.Providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);
        return this with
        {
            AuthenticatedRole = StatesRoles ? AuthenticatedRole : other.AuthenticatedRole,
            GuestRole = StatesRoles ? GuestRole : other.GuestRole,
            Roles = StatesRoles ? Roles : other.Roles,
            Providers = [.. Providers.Select(provider => known.TryGetValue(provider.Key, out var there) ? Completed(provider, there) : provider)],
        };
    }

    /// <summary>A provider, with unspecified settings copied from the existing one.</summary>
    public PoolIdentityProvider Completed(PoolIdentityProvider provider, PoolIdentityProvider there) => provider with
    {
        RoleSetting = StatesRoles ? provider.RoleSetting : there.RoleSetting,
        RoleResolution = StatesRoles ? provider.RoleResolution : there.RoleResolution,
        Rules = StatesRoles ? provider.Rules : there.Rules,
        AttributeMapping = StatesMappings(provider.Name) ? provider.AttributeMapping : there.AttributeMapping,
    };

    /// <summary>The type of users of a role: the first of its uses. A role that only tokens name is for authenticated users.</summary>
    /// <param name="key">The key of a role.</param>
    public PoolIdentityType TypeOf(string key) =>
        key != AuthenticatedRole && key == GuestRole ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;

    /// <summary>The types of users of a role; none if neither the pool nor a rule uses it.</summary>
    /// <param name="key">The key of a role.</param>
    public IEnumerable<PoolIdentityType> TypesOf(string key)
    {
        if (key == AuthenticatedRole || Providers.Any(provider => provider.Rules.Any(rule => rule.Role == key)))
            yield return PoolIdentityType.Authenticated;
        if (key == GuestRole)
            yield return PoolIdentityType.Guest;
    }

    /// <summary>The definition without role names and paths that the module derives, because they differ for another
    /// pool.</summary>
    public PoolDefinition WithDerivedNames() => this with
    {
        Roles = Roles.ToDictionary(
            role => role.Key,
            role => role.Value with
            {
                Name = role.Value.Name is { } name && (role.Key == AuthenticatedRole || role.Key == GuestRole)
                    && RoleKeys.IsDerived(name, Name, TypeOf(role.Key))
                        ? null
                        : role.Value.Name,
                Path = role.Value.Path?.StartsWith(NewRole.Root, StringComparison.Ordinal) == true ? null : role.Value.Path,
            },
            StringComparer.Ordinal),
    };
}
