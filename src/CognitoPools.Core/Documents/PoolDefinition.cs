using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>An identity pool as a pool document says it, with its roles. Placeholders such as <c>${AccountId}</c> stand where
/// the account, the Region and the partition would; <see cref="DocumentPlaceholders"/> lists them.</summary>
internal sealed record PoolDefinition
{
    /// <summary>The name of the pool.</summary>
    public string Name { get; init; } = "";

    /// <summary>The Region that the document insists on; null or <c>${Region}</c> for any.</summary>
    public string? Region { get; init; }

    /// <summary>Whether guests get credentials; null when the document does not say it.</summary>
    public bool? GuestAccess { get; init; }

    /// <summary>The basic flow; null when the document does not say it.</summary>
    public BasicFlowState? BasicFlow { get; init; }

    /// <summary>The key, among <see cref="Roles"/>, of the role of authenticated users, or null.</summary>
    public string? AuthenticatedRole { get; init; }

    /// <summary>The key of the role of guests, or null.</summary>
    public string? GuestRole { get; init; }

    /// <summary>The providers, the developer provider among them. A rule's <see cref="PoolRoleRule.Role"/> is the key of a role,
    /// and the ARN of an OpenID Connect or SAML provider holds placeholders. The <see cref="PoolIdentityProvider.ClientId"/> of a
    /// provider with a consumer secret is the consumer key alone, or null.</summary>
    public IReadOnlyList<PoolIdentityProvider> Providers { get; init; } = [];

    /// <summary>For each provider with a consumer secret, by <see cref="PoolIdentityProvider.Name"/>: the name under which the
    /// secret is given.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it says anything of roles, role settings and rules. A part of the AWS CLI's answers does not.</summary>
    public bool StatesRoles { get; init; } = true;

    /// <summary>Whether it says anything of the attribute mapping of a provider, by the provider's name.</summary>
    public Func<string, bool> StatesMappings { get; init; } = _ => true;

    /// <summary>The tags of the pool.</summary>
    public ReadableTable Tags { get; init; } = ReadableTable.Empty;

    /// <summary>The roles by their keys.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles { get; init; } = new Dictionary<string, RoleDefinition>();

    /// <summary>The definition with what another one says in the place of what this one does not speak of.</summary>
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

    /// <summary>A provider with the settings of the one that is there in the place of those that the definition does not speak of.</summary>
    public PoolIdentityProvider Completed(PoolIdentityProvider provider, PoolIdentityProvider there) => provider with
    {
        RoleSetting = StatesRoles ? provider.RoleSetting : there.RoleSetting,
        RoleResolution = StatesRoles ? provider.RoleResolution : there.RoleResolution,
        Rules = StatesRoles ? provider.Rules : there.Rules,
        AttributeMapping = StatesMappings(provider.Name) ? provider.AttributeMapping : there.AttributeMapping,
    };

    /// <summary>Whose role one of the roles is: the first of its uses. A role that only tokens name is one of authenticated users.</summary>
    /// <param name="key">The key of a role.</param>
    public PoolIdentityType TypeOf(string key) =>
        key != AuthenticatedRole && key == GuestRole ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;

    /// <summary>Whose role one of the roles is; nobody's when neither the pool nor a rule names it.</summary>
    /// <param name="key">The key of a role.</param>
    public IEnumerable<PoolIdentityType> TypesOf(string key)
    {
        if (key == AuthenticatedRole || Providers.Any(provider => provider.Rules.Any(rule => rule.Role == key)))
            yield return PoolIdentityType.Authenticated;
        if (key == GuestRole)
            yield return PoolIdentityType.Guest;
    }

    /// <summary>The definition in which roles have no name and no path that the module gives by itself: another pool gets its
    /// own.</summary>
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
