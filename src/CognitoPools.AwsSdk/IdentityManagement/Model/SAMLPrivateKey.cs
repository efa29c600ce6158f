using System;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains the private keys for the SAML provider. This data type is used as a response element in the GetSAMLProvider operation.</summary>
public partial class SAMLPrivateKey
{
    /// <summary>The unique identifier for the SAML private key. Constraint: 22 to 64 characters, pattern [A-Z0-9]+.</summary>
    public string KeyId { get; set; }

    /// <summary>The date and time, in ISO 8601 date-time format, when the private key was uploaded.</summary>
    public DateTime? Timestamp { get; set; }
}
