namespace CognitoPools.Sandbox.Identities;

/// <summary>Whether an identity can be used.</summary>
internal enum IdentityState : byte
{
    /// <summary>The identity can be used.</summary>
    Active,

    /// <summary>The identity was merged into another one or added as disabled. HideDisabled leaves it out.</summary>
    Disabled,

    /// <summary>The last login of the identity was unlinked. It is listed without logins and cannot be used any more.</summary>
    Unlinked,
}
