using System;
using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetSAMLProvider.</summary>
public partial class GetSAMLProviderResponse : AmazonWebServiceResponse
{
    /// <summary>The unique identifier assigned to the SAML provider. Constraint: 22 to 64 characters, pattern [A-Z0-9]+.</summary>
    public string SAMLProviderUUID { get; set; }

    /// <summary>The XML metadata document that includes information about an identity provider. Constraint: 1000 to 10000000 characters.</summary>
    public string SAMLMetadataDocument { get; set; }

    /// <summary>The date and time when the SAML provider was created.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>The expiration date and time for the SAML provider.</summary>
    public DateTime? ValidUntil { get; set; }

    /// <summary>A list of tags that are attached to the specified IAM SAML provider. The returned list of tags is sorted by tag key. For more information about tagging, see Tagging IAM resources in the IAM User Guide. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;

    /// <summary>Specifies the encryption setting for the SAML provider.</summary>
    public AssertionEncryptionModeType AssertionEncryptionMode { get; set; }

    /// <summary>The private key metadata for the SAML provider. Constraint: at most 2 items.</summary>
    public List<SAMLPrivateKey> PrivateKeyList { get; set; } = AWSConfigs.InitializeCollections ? new List<SAMLPrivateKey>() : null;
}
