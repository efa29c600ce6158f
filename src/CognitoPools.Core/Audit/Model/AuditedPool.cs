using CognitoPools.Account;

namespace CognitoPools.Audit.Model;

/// <summary>A pool with all data of the checks.</summary>
/// <param name="Pool">The pool.</param>
internal sealed record AuditedPool(IdentityPool Pool)
{
    /// <summary>The pool's partition.</summary>
    public AwsPartition Partition { get; } = AwsPartition.FromRegion(Pool.Region);

    /// <summary>The account id; null if it is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The roles, each once: the default roles, the roles of rules and the known roles of groups.</summary>
    public IReadOnlyList<AuditedRole> Roles { get; init; } = [];

    /// <summary>The other pools that trust policies of the roles name, by their ids.</summary>
    public IReadOnlyDictionary<string, TrustedPoolState> OtherPools { get; init; } = new Dictionary<string, TrustedPoolState>();

    /// <summary>The IAM facts about OpenID Connect and SAML providers, by their ARNs. A missing provider was not read.</summary>
    public IReadOnlyDictionary<string, ProviderFacts> Providers { get; init; } = new Dictionary<string, ProviderFacts>();

    /// <summary>The facts about user pools that the user specified.</summary>
    public UserPoolFacts UserPools { get; init; } = UserPoolFacts.None;

    /// <summary>A measurement of the identities, or null.</summary>
    public PoolIdentityMeasurement? Measurement { get; init; }

    /// <summary>The ids of other pools of the account with the same name, as far as the audit has seen them.</summary>
    public IReadOnlyList<string> Namesakes { get; init; } = [];

    /// <summary>The time of the audit.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The parts that could not be read.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>Whether the pool's roles and role mappings could be read.</summary>
    public bool AreMappingsRead => !Pool.Unreadable.Any(part => part.IsWrittenBy(PoolCall.SetIdentityPoolRoles));

    /// <summary>Whether the pool has role mappings. Cognito then refuses the basic flow.</summary>
    public bool HasMappings =>
        Pool.Providers.Any(provider => provider.RoleSetting != RoleSetting.Default) || Pool.StaleRoleMappings.Length > 0;

    /// <summary>Whether callers can use the basic flow: it is on, or was never set, and no provider has a role mapping.</summary>
    public bool IsBasicFlowOn => Pool.BasicFlow != BasicFlowState.Inactive && !HasMappings;

    /// <summary>Whether the basic flow is on, or was never set, but role mappings make Cognito refuse it.</summary>
    public bool IsBasicFlowRefused => Pool.BasicFlow != BasicFlowState.Inactive && HasMappings;

    /// <summary>Whether guests can use the basic flow.</summary>
    public bool IsLive => Pool.GuestAccess && IsBasicFlowOn;

    /// <summary>The guest role, or null.</summary>
    public AuditedRole? GuestRole => Roles.FirstOrDefault(role => role.IsOfGuests);

    /// <summary>The default role of authenticated users, or null.</summary>
    public AuditedRole? AuthenticatedRole => Roles.FirstOrDefault(role => role.IsDefaultOfUsers);
}
