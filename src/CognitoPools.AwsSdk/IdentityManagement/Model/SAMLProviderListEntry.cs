using System;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains the list of SAML providers for this account.</summary>
public partial class SAMLProviderListEntry
{
    /// <summary>The Amazon Resource Name (ARN) of the SAML provider. Constraint: 20 to 2048 characters.</summary>
    public string Arn { get; set; }

    /// <summary>The expiration date and time for the SAML provider.</summary>
    public DateTime? ValidUntil { get; set; }

    /// <summary>The date and time when the SAML provider was created.</summary>
    public DateTime? CreateDate { get; set; }
}
