namespace CognitoPools.Errors;

/// <summary>The errors that the cmdlets themselves find, one id for each code path.</summary>
internal enum PoolErrorId
{
    /// <summary>A wildcard where one pool is meant.</summary>
    WildcardNotAllowed,

    /// <summary>No pool of that name or id.</summary>
    PoolNotFound,

    /// <summary>Several pools of one name.</summary>
    PoolNameAmbiguous,

    /// <summary>-Region is not the id's.</summary>
    RegionMismatch,

    /// <summary>New: a pool of that name is there.</summary>
    PoolNameTaken,

    /// <summary>Set: another pool has the new name.</summary>
    NewNameTaken,

    /// <summary>Enabling guests without a role to give them.</summary>
    GuestRoleMissing,

    /// <summary>A user pool client that the pool has, under another client id.</summary>
    ProviderConflict,

    /// <summary>No provider of the pool has that name.</summary>
    ProviderNotFound,

    /// <summary>Several providers of the pool fit the name.</summary>
    ProviderAmbiguous,

    /// <summary>No provider was named.</summary>
    ProviderMissing,

    /// <summary>The pool has no role of that kind to repair or to give permissions.</summary>
    RoleNotSet,

    /// <summary>A role that is not the module's, that serves somebody else, or that a pool uses.</summary>
    RoleNotRemovable,

    /// <summary>An object that is no role was given to a cmdlet that removes roles.</summary>
    NotARole,

    /// <summary>A developer identity in a pool without a developer provider.</summary>
    NoDeveloperProvider,

    /// <summary>An object that is no plan was given to the cmdlet that runs plans.</summary>
    NotAPlan,

    /// <summary>A plan that was made in another account, or in a sandbox.</summary>
    PlanOfOtherAccount,

    /// <summary>A written plan sets a consumer secret, which it does not contain.</summary>
    PlanSecretMissing,

    /// <summary>A question that the host cannot ask.</summary>
    ConfirmationNotPossible,

    /// <summary>A change was made, but what it made could not be read to be written to the pipeline.</summary>
    ChangeDoneNotRead,

    /// <summary>A sandbox cmdlet without a sandbox.</summary>
    NoSandbox,

    /// <summary>A runspace without an account while another one has a sandbox.</summary>
    NoAccountInRunspace,

    /// <summary>Credentials without a secret key, which the host cannot ask for or nobody entered.</summary>
    SecretKeyMissing,

    /// <summary>An object that is a pool was given where an identity is meant.</summary>
    PoolGivenForIdentity,

    /// <summary>An object that only names a pool was given to a cmdlet that deletes or closes pools.</summary>
    NotAnIdentityPool,

    /// <summary>An object that only names an identity was given to a cmdlet that removes identities.</summary>
    NotAnIdentity,

    /// <summary>A pool document, a template or an answer of the AWS CLI that cannot be used.</summary>
    InvalidPoolDocument,

    /// <summary>An object that is no document was given where one is meant.</summary>
    NotAPoolDocument,

    /// <summary>Roles of a pool that could not be read, so that a document would not say what they are.</summary>
    RoleNotRead,

    /// <summary>A file that could not be read.</summary>
    FileNotRead,

    /// <summary>A file that could not be written.</summary>
    FileNotWritten,

    /// <summary>An identity that could not be removed.</summary>
    IdentityNotRemoved,

    /// <summary>An identity of which nobody knows whether it was removed.</summary>
    IdentityRemovalUnknown,
}
