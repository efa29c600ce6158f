namespace CognitoPools.Sandbox.Identities;

/// <summary>Whether an identity can be used.</summary>
internal enum IdentityState : byte
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>It was merged into another one, or added as disabled: HideDisabled leaves it out.</summary>
    Disabled,

    /// <summary>Its last login was unlinked. It is listed, without logins, and cannot be used any more.</summary>
    Unlinked,
}
