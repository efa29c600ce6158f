using CognitoPools.Account;

namespace CognitoPools.Audit.Model;

/// <summary>A pool with all that the checks look at.</summary>
/// <param name="Pool">The pool.</param>
internal sealed record AuditedPool(IdentityPool Pool)
{
    /// <summary>The pool's partition.</summary>
    public AwsPartition Partition { get; } = AwsPartition.FromRegion(Pool.Region);

    /// <summary>The number of the account; null where it is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The roles, each once: the default roles, those of rules and, as far as they are known, those of groups.</summary>
    public IReadOnlyList<AuditedRole> Roles { get; init; } = [];

    /// <summary>The pools that trust policies of the roles name, by their ids; the pool itself is not among them.</summary>
    public IReadOnlyDictionary<string, TrustedPoolState> OtherPools { get; init; } = new Dictionary<string, TrustedPoolState>();

    /// <summary>What IAM says of the OpenID Connect and SAML providers, by their ARNs; a provider that is not there was not read.</summary>
    public IReadOnlyDictionary<string, ProviderFacts> Providers { get; init; } = new Dictionary<string, ProviderFacts>();

    /// <summary>What is known of the user pools: only what the user gave.</summary>
    public UserPoolFacts UserPools { get; init; } = UserPoolFacts.None;

    /// <summary>A measurement of the identities, or null.</summary>
    public PoolIdentityMeasurement? Measurement { get; init; }

    /// <summary>The ids of other pools of the account with the same name, as far as the audit has seen them.</summary>
    public IReadOnlyList<string> Namesakes { get; init; } = [];

    /// <summary>When the audit took place.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>Whether the pool's roles and role mappings could be read.</summary>
    public bool AreMappingsRead => !Pool.Unreadable.Any(part => part.IsWrittenBy(PoolCall.SetIdentityPoolRoles));

    /// <summary>Whether a provider has the role setting Rules or Token, with which the service refuses the basic flow.</summary>
    public bool HasMappings =>
        Pool.Providers.Any(provider => provider.RoleSetting != RoleSetting.Default) || Pool.StaleRoleMappings.Length > 0;

    /// <summary>Whether callers can use the basic flow: it is on, or was never set, and no provider has a role mapping.</summary>
    public bool IsBasicFlowOn => Pool.BasicFlow != BasicFlowState.Inactive && !HasMappings;

    /// <summary>Whether guests can use the basic flow.</summary>
    public bool IsLive => Pool.GuestAccess && IsBasicFlowOn;

    /// <summary>The role of guests, or null.</summary>
    public AuditedRole? GuestRole => Roles.FirstOrDefault(role => role.IsOfGuests);

    /// <summary>The default role of authenticated users, or null.</summary>
    public AuditedRole? AuthenticatedRole => Roles.FirstOrDefault(role => role.IsDefaultOfUsers);
}
