namespace CognitoPools.Audit.Model;

/// <summary>The data that a check needs in addition to the settings of the pool.</summary>
[Flags]
internal enum AuditReads
{
    None = 0,

    /// <summary>The pool's roles and role mappings.</summary>
    PoolRoles = 1,

    /// <summary>The attribute mappings of the providers.</summary>
    AttributeMappings = 2,

    /// <summary>The IAM roles with their trust policies.</summary>
    Trust = 4,

    /// <summary>The permissions policies and boundaries of the roles.</summary>
    Policies = 8,

    /// <summary>The OpenID Connect and SAML providers in IAM.</summary>
    Providers = 16,

    /// <summary>Whether the other pools that trust policies name exist.</summary>
    OtherPools = 32,

    /// <summary>All roles of the account, and the roles of all pools.</summary>
    AccountRoles = 64,

    /// <summary>A measurement of the identities, which the user specifies.</summary>
    Measurement = 128,
}
