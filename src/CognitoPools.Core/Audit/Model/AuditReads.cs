namespace CognitoPools.Audit.Model;

/// <summary>What a check has to read beside the settings of the pool.</summary>
[Flags]
internal enum AuditReads
{
    None = 0,

    /// <summary>The pool's roles and role mappings.</summary>
    PoolRoles = 1,

    /// <summary>The attribute mappings of the providers.</summary>
    AttributeMappings = 2,

    /// <summary>IAM's roles with their trust policies.</summary>
    Trust = 4,

    /// <summary>The permissions policies and boundaries of the roles.</summary>
    Policies = 8,

    /// <summary>IAM's OpenID Connect and SAML providers.</summary>
    Providers = 16,

    /// <summary>Which other pools exist, that trust policies name.</summary>
    OtherPools = 32,

    /// <summary>All roles of the account, and the roles of all pools.</summary>
    AccountRoles = 64,

    /// <summary>A measurement of the identities, which the user gives.</summary>
    Measurement = 128,
}
