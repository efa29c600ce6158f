using System.Collections.Immutable;
using CognitoPools.Account;

namespace CognitoPools;

/// <summary>The complete configuration of an identity pool: the pool, its default roles, its providers with their role
/// settings and attribute mappings, and its tags.</summary>
public sealed record IdentityPool
{
    /// <summary>The pool's id, <c>region:uuid</c>; empty for a pool that does not exist yet.</summary>
    public string IdentityPoolId { get; internal init; } = "";

    /// <summary>The pool's name: 1 to 128 letters, digits, spaces and <c>+=,.@-_</c>. Names are not unique.</summary>
    public string Name { get; internal init; } = null!;

    /// <summary>The Region of the pool.</summary>
    public string Region { get; internal init; } = null!;

    /// <summary>The pool's ARN; null if the account id is not known.</summary>
    public string? Arn { get; internal init; }

    /// <summary>Whether anyone with the pool's id can get guest credentials.</summary>
    public bool GuestAccess { get; internal init; }

    /// <summary>Whether the basic (classic) flow is allowed.</summary>
    public BasicFlowState BasicFlow { get; internal init; }

    /// <summary>The ARN of the role for authenticated users, or null.</summary>
    public string? AuthenticatedRole { get; internal init; }

    /// <summary>The ARN of the role for guests, or null.</summary>
    public string? GuestRole { get; internal init; }

    /// <summary>The providers, including the developer provider.</summary>
    public IReadOnlyList<PoolIdentityProvider> Providers { get; internal init => field = Collections.Readable(value); }
        = ReadableList<PoolIdentityProvider>.Empty;

    /// <summary>The developer provider's name, or null. Once set, it cannot be changed or removed.</summary>
    public string? DeveloperProviderName => Providers.FirstOrDefault(provider => provider.Type == ProviderType.Developer)?.Name;

    /// <summary>The pool's tags.</summary>
    public ReadableTable Tags { get; internal init; } = ReadableTable.Empty;

    /// <summary>The settings of the pool itself. Settings that are added here are compared, merged and reported.</summary>
    internal static ImmutableArray<Setting<IdentityPool>> Settings { get; } =
    [
        new Setting<IdentityPool, string>(nameof(Name), PoolCall.UpdateIdentityPool,
            pool => pool.Name, (pool, value) => pool with { Name = value }),
        new Setting<IdentityPool, bool>(nameof(GuestAccess), PoolCall.UpdateIdentityPool,
            pool => pool.GuestAccess, (pool, value) => pool with { GuestAccess = value }),
        new Setting<IdentityPool, BasicFlowState>(nameof(BasicFlow), PoolCall.UpdateIdentityPool,
            pool => pool.BasicFlow, (pool, value) => pool with { BasicFlow = value })
        {
            Shown = pool => pool.BasicFlow == BasicFlowState.Unset
                ? "Unset (never set, so the service accepts the basic flow)"
                : pool.BasicFlow.ToString(),
        },
        new Setting<IdentityPool, string?>(nameof(AuthenticatedRole), PoolCall.SetIdentityPoolRoles,
            pool => pool.AuthenticatedRole, (pool, value) => pool with { AuthenticatedRole = value }),
        new Setting<IdentityPool, string?>(nameof(GuestRole), PoolCall.SetIdentityPoolRoles,
            pool => pool.GuestRole, (pool, value) => pool with { GuestRole = value }),
    ];

    /// <summary>The parts that could not be read. They are null or have their default, so no change may rely on them.</summary>
    public IReadOnlyList<UnreadablePart> Unreadable { get; internal init => field = Collections.Readable(value); }
        = ReadableList<UnreadablePart>.Empty;

    /// <summary>Role mappings of providers that the pool no longer has. The service ignores them and rejects them in
    /// requests.</summary>
    internal ImmutableArray<string> StaleRoleMappings { get; init; } = [];

    /// <summary>The connection through which the pool was read.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <summary>Whether two pools have the same configuration, regardless of their connections and the order of their
    /// providers.</summary>
    /// <param name="other">The other pool.</param>
    public bool Equals(IdentityPool? other) =>
        other is not null && IdentityPoolId == other.IdentityPoolId && Region == other.Region && Settings.AreSame(this, other)
        && Providers.Count == other.Providers.Count && !Providers.Except(other.Providers).Any()
        && Tags.SequenceEqual(other.Tags);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(IdentityPoolId.Length > 0 ? IdentityPoolId : Name);

    /// <inheritdoc/>
    public override string ToString() =>
        IdentityPoolId.Length > 0 && IdentityPoolId != Placeholders.PoolId ? $"{Name} ({IdentityPoolId})" : Name;
}
