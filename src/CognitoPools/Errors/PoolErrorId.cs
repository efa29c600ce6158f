namespace CognitoPools.Errors;

/// <summary>The errors that the cmdlets themselves find, one id for each code path.</summary>
internal enum PoolErrorId
{
    /// <summary>A wildcard where one pool is required.</summary>
    WildcardNotAllowed,

    /// <summary>No pool has that name or id.</summary>
    PoolNotFound,

    /// <summary>Several pools of one name.</summary>
    PoolNameAmbiguous,

    /// <summary>-Region is not the Region of the id.</summary>
    RegionMismatch,

    /// <summary>A new pool has the name of an existing one.</summary>
    PoolNameTaken,

    /// <summary>The new name of a pool is the name of another pool.</summary>
    NewNameTaken,

    /// <summary>Guest access without a guest role.</summary>
    GuestRoleMissing,

    /// <summary>The pool already has the provider, with another application id.</summary>
    ProviderConflict,

    /// <summary>No provider of the pool has that name.</summary>
    ProviderNotFound,

    /// <summary>Several providers of the pool match the name.</summary>
    ProviderAmbiguous,

    /// <summary>No provider was specified.</summary>
    ProviderMissing,

    /// <summary>The pool has no role of that kind to repair or to give permissions.</summary>
    RoleNotSet,

    /// <summary>A role that the module did not create, that serves other callers, or that a pool uses.</summary>
    RoleNotRemovable,

    /// <summary>A cmdlet that removes roles received another object.</summary>
    NotARole,

    /// <summary>A developer identity in a pool without a developer provider.</summary>
    NoDeveloperProvider,

    /// <summary>The cmdlet that runs plans received another object.</summary>
    NotAPlan,

    /// <summary>A plan that was created in another account, or in a sandbox.</summary>
    PlanOfOtherAccount,

    /// <summary>A plan from JSON sets a consumer secret, which JSON does not contain.</summary>
    PlanSecretMissing,

    /// <summary>A confirmation that the host cannot prompt for.</summary>
    ConfirmationNotPossible,

    /// <summary>A change was made, but its result could not be read for the pipeline.</summary>
    ChangeDoneNotRead,

    /// <summary>A sandbox cmdlet in a runspace without a sandbox.</summary>
    NoSandbox,

    /// <summary>A runspace without an account while another one has a sandbox.</summary>
    NoAccountInRunspace,

    /// <summary>Credentials without a secret key; the host cannot prompt for it, or no one entered it.</summary>
    SecretKeyMissing,

    /// <summary>A pool where an identity is required.</summary>
    PoolGivenForIdentity,

    /// <summary>A cmdlet that deletes or closes pools received an object that only names a pool.</summary>
    NotAnIdentityPool,

    /// <summary>A cmdlet that removes identities received an object that only names an identity.</summary>
    NotAnIdentity,

    /// <summary>A pool document, a template or an answer of the AWS CLI that cannot be used.</summary>
    InvalidPoolDocument,

    /// <summary>An object that is not a document where one is required.</summary>
    NotAPoolDocument,

    /// <summary>Roles of a pool that could not be read, so that a document would not describe them.</summary>
    RoleNotRead,

    /// <summary>A file that could not be read.</summary>
    FileNotRead,

    /// <summary>A file that could not be written.</summary>
    FileNotWritten,

    /// <summary>An identity that could not be removed.</summary>
    IdentityNotRemoved,

    /// <summary>An identity whose removal could not be verified.</summary>
    IdentityRemovalUnknown,
}
